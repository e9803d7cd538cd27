import type { SqlSource } from '../engine/index.js'
import { InputError } from '../errors.js'

/** One day of one lot. */
export interface LotLifeDay {
  readonly date: Date
  readonly age_days: number
  /** Clicks at the day's start, those born today included. */
  readonly available_clicks: number
  /** Orders that took at least one of its clicks. */
  readonly orders: number
  readonly consumed_clicks: number
  readonly decayed_clicks: number
  readonly expired_clicks: number
  readonly closing_clicks: number
  readonly consumed_cents: number
  /** Cost of what decayed or expired. */
  readonly lost_cents: number
  readonly closing_cents: number
}

/** What one order took of one lot. */
export interface OrderLifeStep {
  readonly order_id: string
  readonly purchase_date: Date
  readonly channel: string
  readonly click_date: Date | null
  readonly age_days: number | null
  readonly clicks: number
  readonly cost_cents: number
}

/**
 * The life of one lot, day by day, from birth to the day nothing is left of it.
 *
 * @param channel channel id
 * @param clickDate day of birth as YYYY-MM-DD
 * @throws InputError when no click of the channel was born on that day
 */
export async function lotHistory(
  source: SqlSource,
  channel: string,
  clickDate: string,
): Promise<LotLifeDay[]> {
  const days = await source.rows<LotLifeDay>(
    `with orders as (
       select click_date + age_days as date, count(*) as orders
       from attribution.bridge_order_clicks
       where channel = ? and click_date = cast(? as date)
       group by click_date + age_days
     )
     select
       lot_day.date,
       lot_day.age_days,
       lot_day.opening_clicks + lot_day.born_clicks as available_clicks,
       coalesce(orders.orders, 0) as orders,
       lot_day.consumed_clicks,
       lot_day.decayed_clicks,
       lot_day.expired_clicks,
       lot_day.closing_clicks,
       lot_day.consumed_cents,
       lot_day.decayed_cents + lot_day.expired_cents as lost_cents,
       lot_day.closing_cents
     from attribution.click_lot_daily as lot_day
     left join orders on orders.date = lot_day.date
     where lot_day.channel = ? and lot_day.click_date = cast(? as date)
     order by lot_day.date`,
    channel,
    clickDate,
    channel,
    clickDate,
  )
  if (days.length > 0) return days
  throw new InputError(
    `lot: got ${channel} of ${clickDate}, allowed a channel and a day with clicks. See attribution.click_lots.`,
  )
}

/**
 * The life of one order: the clicks it consumed, lot by lot, and what they cost. An order that stayed
 * direct has one row without a lot.
 *
 * @throws InputError when there is no such order
 */
export async function orderHistory(source: SqlSource, orderId: string): Promise<OrderLifeStep[]> {
  const steps = await source.rows<OrderLifeStep>(
    `select
       orders.order_id,
       orders.purchase_date,
       orders.channel,
       bridge.click_date,
       bridge.age_days,
       coalesce(bridge.clicks, 0) as clicks,
       coalesce(bridge.cost_cents, 0) as cost_cents
     from attribution.fct_order_attribution as orders
     left join attribution.bridge_order_clicks as bridge on bridge.order_id = orders.order_id
     where orders.order_id = ?
     order by bridge.click_date`,
    orderId,
  )
  if (steps.length > 0) return steps
  throw new InputError(
    `order: got '${orderId}', allowed an order_id of attribution.fct_order_attribution.`,
  )
}
