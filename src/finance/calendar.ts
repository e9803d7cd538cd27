import type { Database } from '../engine/index.js'
import { InputError } from '../errors.js'
import { createLookup } from './lookups.js'

const MS_PER_DAY = 86_400_000

/** First and last day of what is accounted for, as day numbers since 1970-01-01. */
export interface Horizon {
  readonly firstDay: number
  readonly lastDay: number
}

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
  return { firstDay: dayNumber(row.first), lastDay: dayNumber(row.last) }
}

/**
 * Makes the temporary tables `days` (date, month_no, day_no, days_in_month) and `months` (month_no
 * from 0, month, days_in_month, recognised_days: days of it inside the horizon). Both are gapless.
 */
export async function createCalendar(db: Database, horizon: Horizon): Promise<void> {
  const days = Array.from({ length: horizon.lastDay - horizon.firstDay + 1 }, (_, i) =>
    dayRow(horizon.firstDay + i, horizon.firstDay),
  )
  await createLookup(db, 'days', days)
  const months = new Map<number, Record<string, number | string>>()
  for (const { date, month_no, day_no, days_in_month } of days) {
    const month = `${date.slice(0, 8)}01`
    months.set(month_no, { month_no, month, days_in_month, recognised_days: day_no })
  }
  await createLookup(db, 'months', [...months.values()])
}

function dayRow(day: number, firstDay: number) {
  const date = new Date(day * MS_PER_DAY)
  const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
  return {
    date: date.toISOString().slice(0, 10),
    month_no: monthNumber(date) - monthNumber(new Date(firstDay * MS_PER_DAY)),
    day_no: date.getUTCDate(),
    days_in_month: next.getUTCDate(),
  }
}

function monthNumber(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / MS_PER_DAY)
}
