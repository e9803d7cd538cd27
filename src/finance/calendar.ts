import type { Database, Engine } from '../engine/index.js'
import { InputError } from '../errors.js'
import { calendarDay, dateOf, dayOf, monthNumber, monthStart } from '../time/calendar.js'
import { daysIn, type Horizon } from '../time/horizon.js'
import { createLookup } from './lookups.js'

/**
 * The days from the first to the last purchase or marketing day.
 *
 * @throws InputError when there is neither
 */
export async function readHorizon(db: Database): Promise<Horizon> {
  const [row] = await db.all<{ first: Date | null; last: Date | null }>(
    `select min(date) as first, max(date) as last
     from (
       select purchase_date as date from dwh.fct_orders
       union all
       select date from market.fct_marketing_daily
     ) as days`,
  )
  if (!row?.first || !row.last) {
    throw new InputError('finance: got no orders and no marketing days, needed at least one.')
  }
  return { firstDay: dayOf(row.first), lastDay: dayOf(row.last) }
}

/**
 * Makes the temporary tables `days` (date, month_no, day_no, days_in_month) and `months` (month_no
 * from 0, month, days_in_month, recognised_days: days of it inside the horizon). Both are gapless.
 */
export async function createCalendar(engine: Engine, horizon: Horizon): Promise<void> {
  const days = Array.from({ length: daysIn(horizon) }, (_, i) =>
    dayRow(horizon.firstDay + i, horizon.firstDay),
  )
  await createLookup(engine, 'days', days)
  const months = new Map<number, Record<string, number | string>>()
  for (const { date, month_no, day_no, days_in_month } of days) {
    const month = `${date.slice(0, 8)}01`
    months.set(month_no, { month_no, month, days_in_month, recognised_days: day_no })
  }
  await createLookup(engine, 'months', [...months.values()])
}

function dayRow(day: number, firstDay: number) {
  return {
    date: dateOf(day),
    month_no: monthNumber(day) - monthNumber(firstDay),
    day_no: calendarDay(day).day,
    days_in_month: monthStart(day, 1) - monthStart(day),
  }
}
