import type { SqlSource } from '../../engine/index.js'
import { inWords } from '../../format/words.js'
import { dateOf, dayOf } from '../../time/calendar.js'

/** The day with the most orders, and the four weeks around it. */
export interface PeakDay {
  /** YYYY-MM-DD. */
  readonly date: string
  /** What the calendar calls the day, e.g. 'Black friday'; 'Busiest day' for an ordinary one. */
  readonly label: string
  /** The date, and what the calendar calls it where it has a name. */
  readonly words: string
  readonly orders: number
  /** First day of the four weeks that is within the data, YYYY-MM-DD. */
  readonly from: string
  readonly to: string
}

/** The busiest day of the data: the most orders, the earliest of several. */
export async function peakDay(source: SqlSource): Promise<PeakDay> {
  const [peak] = await source.rows<
    Record<'date' | 'first' | 'last', Date> & { orders: number; name: string | null }
  >(`
    select o.purchase_date as date, count(*) as orders,
      any_value(coalesce(d.retail_event, d.holiday_name)) as name,
      greatest(o.purchase_date - 14, (select min(purchase_date) from dwh.fct_orders)) as first,
      least(o.purchase_date + 14, (select max(purchase_date) from dwh.fct_orders)) as last
    from dwh.fct_orders as o inner join dwh.dim_date as d on d.date = o.purchase_date
    group by o.purchase_date order by orders desc, o.purchase_date limit 1`)
  const { orders, name } = peak!
  const text = (day: Date) => dateOf(dayOf(day))
  const date = text(peak!.date)
  return {
    date,
    label: inWords(name ?? 'busiest day'),
    words: name === null ? date : `${date} (${inWords(name)})`,
    orders,
    from: text(peak!.first),
    to: text(peak!.last),
  }
}
