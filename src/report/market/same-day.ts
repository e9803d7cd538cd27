import type { SqlSource } from '../../engine/index.js'

/** One day: what same-day accounting says, beside the money that was behind its clicks. */
export interface SameDayCost {
  readonly date: Date
  readonly orders: number
  readonly items: number
  /** Paid on this day. */
  readonly spend_cents: number
  /** Same-day acquisition cost: the day's spend over the day's items. Null without items. */
  readonly same_day_cac_cents: number | null
  readonly paid_clicks: number
  /** Money behind the paid clicks born on this day, whenever it was paid. */
  readonly released_cost_cents: number
  /** What a paid click born on this day cost. Null without clicks. */
  readonly click_cost_cents: number | null
}

/**
 * Same-day acquisition cost beside what the day's clicks cost. It
 * divides a decision of the day by the day's demand, so it falls whenever people buy more.
 *
 * @param range first and last day, YYYY-MM-DD
 */
export async function sameDayCost(
  source: SqlSource,
  range: { readonly from: string; readonly to: string },
): Promise<SameDayCost[]> {
  return source.rows<SameDayCost>(
    `with demand as (
       select purchase_date as date, count(*) as orders, sum(items)::bigint as items
       from dwh.fct_orders group by purchase_date
     ),
     advertising as (
       select d.date, sum(d.spend_cents)::bigint as spend_cents,
         sum(d.released_cost_cents)::bigint as released_cost_cents,
         sum(d.clicks)::bigint as paid_clicks
       from market.fct_marketing_daily as d
       join market.dim_channel as c on c.channel = d.channel
       where c.is_paid group by d.date
     )
     select advertising.date, coalesce(orders, 0) as orders, coalesce(items, 0) as items,
       spend_cents, ratio_or_null(spend_cents, items) as same_day_cac_cents,
       paid_clicks, released_cost_cents,
       ratio_or_null(released_cost_cents, paid_clicks) as click_cost_cents
     from advertising left join demand on demand.date = advertising.date
     where advertising.date between cast(? as date) and cast(? as date)
     order by advertising.date`,
    range.from,
    range.to,
  )
}
