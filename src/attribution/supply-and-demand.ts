import type { SqlSource } from '../engine/index.js'
import { InputError } from '../errors.js'
import { dayOf } from '../time/calendar.js'

/** Supply and demand by day, as the earlier stages published them. */
export interface SupplyAndDemand {
  /** Day number of the first day. */
  readonly firstDay: number
  readonly days: number
  /** Sorted by id. */
  readonly channels: readonly string[]
  /** Clicks born, at [day * channels + channel]. */
  readonly clicks: Float64Array
  /** Their cost in cents, laid out likewise. */
  readonly costCents: Float64Array
  /** Orders placed on each day. */
  readonly orders: Float64Array
}

/** Reads the days of `market.fct_marketing_daily` and the orders of `dwh.fct_orders` on them. */
export async function readSupplyAndDemand(source: SqlSource): Promise<SupplyAndDemand> {
  const supply = await source.rows<{ channel: string; date: Date; clicks: number; cents: number }>(
    `select channel, date, clicks, released_cost_cents as cents
     from market.fct_marketing_daily order by channel, date`,
  )
  if (supply.length === 0) {
    throw new InputError('market.channels: got none, allowed at least one channel. Declare one.')
  }
  const channels = [...new Set(supply.map((row) => row.channel))].sort()
  const days = supply.length / channels.length
  const firstDay = dayOf(supply[0]!.date)
  const clicks = new Float64Array(supply.length)
  const costCents = new Float64Array(supply.length)
  for (const [i, row] of supply.entries()) {
    const c = Math.floor(i / days)
    const t = i % days
    if (row.channel !== channels[c] || dayOf(row.date) !== firstDay + t) {
      throw new Error('market.fct_marketing_daily lacks a day of a channel.')
    }
    clicks[t * channels.length + c] = row.clicks
    costCents[t * channels.length + c] = row.cents
  }
  const orders = await readOrders(source, firstDay, days)
  return { firstDay, days, channels, clicks, costCents, orders }
}

async function readOrders(
  source: SqlSource,
  firstDay: number,
  days: number,
): Promise<Float64Array> {
  const orders = new Float64Array(days)
  const placed = await source.rows<{ date: Date; orders: number }>(
    `select purchase_date as date, count(*) as orders from dwh.fct_orders
     where purchase_date is not null group by purchase_date`,
  )
  for (const row of placed) {
    const t = dayOf(row.date) - firstDay
    if (t >= 0 && t < days) orders[t] = row.orders
  }
  return orders
}
