import { lotHistory, orderHistory } from '../../attribution/index.js'
import type { InventoryRange } from '../../decisions/index.js'
import type { Row, SqlSource } from '../../engine/index.js'
import { withRange } from './ranges.js'

/** Clicks born, consumed, decayed, expired in each week and live at its end, by channel; live ones with their range. */
export async function weeklyClicks(
  source: SqlSource,
  ranges: readonly InventoryRange[] = [],
): Promise<Row[]> {
  const weeks = await source.rows(`
    select channel, cast(date_trunc('week', date) as date) as date,
      sum(born_clicks)::bigint as born_clicks, sum(consumed_clicks)::bigint as consumed_clicks,
      sum(decayed_clicks)::bigint as decayed_clicks, sum(expired_clicks)::bigint as expired_clicks,
      max(date) as closing_date, max_by(closing_clicks, date) as live_clicks
    from attribution.click_inventory_daily group by all order by all`)
  return withRange(weeks, ranges, 'live_clicks', 'closing_date')
}

/** What became of the clicks of one channel and of their money. */
export interface ClickFate {
  readonly channel: string
  readonly born: number
  readonly consumed: number
  /** Decayed or expired. */
  readonly lost: number
  readonly live: number
  readonly born_cents: number
  readonly consumed_cents: number
  readonly lost_cents: number
}

/** What became of the clicks of each channel and of their money, the most lost first; consumed money with its range. */
export async function clickFates(
  source: SqlSource,
  ranges: readonly InventoryRange[] = [],
): Promise<ClickFate[]> {
  const fates = await source.rows<ClickFate>(`
    select channel, sum(clicks_born)::bigint as born, sum(clicks_consumed)::bigint as consumed,
      sum(clicks_decayed + clicks_expired)::bigint as lost, sum(clicks_live)::bigint as live,
      sum(born_cents)::bigint as born_cents, sum(consumed_cents)::bigint as consumed_cents,
      sum(decayed_cents + expired_cents)::bigint as lost_cents
    from attribution.click_lots group by channel order by lost_cents desc, channel`)
  return withRange(fates, ranges, 'consumed_cents')
}

/** Orders in search of a click, that live clicks could serve and that found none, by day; the last two with ranges. */
export async function supplyAndDemand(
  source: SqlSource,
  ranges: readonly InventoryRange[] = [],
): Promise<Row[]> {
  const days = await source.rows(`
    select date, orders - declared_direct_orders as seeking_orders, capacity_orders, unserved_orders
    from attribution.demand_daily order by date`)
  const served = withRange(days, ranges, 'capacity_orders', 'date')
  return withRange(served, ranges, 'unserved_orders', 'date')
}

/** How old clicks were when an order consumed them, as a share of the channel's consumed clicks, with its range. */
export async function clickAges(
  source: SqlSource,
  ranges: readonly InventoryRange[] = [],
): Promise<Row[]> {
  const ages = await source.rows(`
    select channel, age_days,
      10000 * sum(clicks) // sum(sum(clicks)) over (partition by channel) as consumed_bps
    from attribution.bridge_order_clicks group by channel, age_days order by channel, age_days`)
  return withRange(ages, ranges, 'consumed_bps', 'age_days')
}

/** The life of the paid lot that served on the most days, day by day; none without paid clicks. */
export async function longestServingLot(source: SqlSource): Promise<Row[]> {
  const [lot] = await source.rows<{ channel: string; day: string }>(`
    select channel, cast(click_date as varchar) as day from attribution.click_lot_daily
    group by channel, click_date having sum(born_cents) > 0
    order by count(*) filter (consumed_clicks > 0) desc, sum(decayed_cents) desc, channel, day limit 1`)
  if (!lot) return []
  const life = await lotHistory(source, lot.channel, lot.day)
  return life.map((day) => ({ channel: lot.channel, ...day }))
}

/** The clicks of the order that cost something and drew on the most lots; none without such an order. */
export async function widestOrder(source: SqlSource): Promise<Row[]> {
  const [order] = await source.rows<{ id: string }>(`
    select order_id as id from attribution.bridge_order_clicks
    group by order_id having sum(cost_cents) > 0
    order by count(*) desc, sum(cost_cents) desc, order_id limit 1`)
  return order ? (await orderHistory(source, order.id)).map((step) => ({ ...step })) : []
}
