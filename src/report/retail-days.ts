import { inWords } from '../format/index.js'
import type { FigureEvent } from '../notebook/index.js'

/**
 * Retail days within the days of the orders, as marks of a figure: none where the run's country does
 * not keep them.
 *
 * @param events words of `dwh.dim_date.retail_event`, e.g. `black_friday`. Default: every sale and
 *   gift day, without the days before it
 */
export async function retailDays(
  source: { rows<T>(sql: string): Promise<T[]> },
  events?: readonly string[],
): Promise<FigureEvent[]> {
  const days = await source.rows<{ date: Date; event: string }>(
    `select date, retail_event as event from dwh.dim_date
     where date between (select min(purchase_date) from dwh.fct_orders)
         and (select max(purchase_date) from dwh.fct_orders)
       and not regexp_matches(retail_event, '_(week|run_up)$')
     order by date`,
  )
  return days
    .filter(({ event }) => events === undefined || events.includes(event))
    .map(({ date, event }) => ({ date, label: inWords(event) }))
}
