import type { Value } from '../engine/index.js'

/** One law of the attribution and what the published tables leave of it. */
export interface AttributionLaw {
  readonly law: string
  /** The law in words. */
  readonly statement: string
  /** 0 when the law holds exactly. */
  readonly residual: number
  readonly unit: LawUnit
  readonly holds: boolean
}

type LawUnit = 'clicks' | 'cents' | 'orders' | 'rows'

/** Asks the attached artifacts (`dwh`, `market`, `attribution`) for rows, as a workbench does. */
export type AskRows = <T>(sql: string, ...parameters: Value[]) => Promise<T[]>

/** Law, statement, unit of the residual, and the query of one value that computes it. */
const laws: readonly (readonly [law: string, statement: string, unit: LawUnit, sql: string])[] = [
  [
    'lots_clicks',
    'Every lot: clicks born = consumed + decayed + expired + live',
    'clicks',
    `select sum(abs(clicks_born - clicks_consumed - clicks_decayed - clicks_expired - clicks_live))
     from attribution.click_lots`,
  ],
  [
    'lots_cents',
    'Every lot: cents born = consumed + decayed + expired + live',
    'cents',
    `select sum(abs(born_cents - consumed_cents - decayed_cents - expired_cents - live_cents))
     from attribution.click_lots`,
  ],
  [
    'inventory_balance',
    'Every channel and day: opening + born = consumed + decayed + expired + closing',
    'clicks',
    `select sum(abs(opening_clicks + born_clicks
       - consumed_clicks - decayed_clicks - expired_clicks - closing_clicks))
     from attribution.click_inventory_daily`,
  ],
  [
    'inventory_continuity',
    'Every channel opens a day with the cents it closed the day before',
    'cents',
    `select sum(abs(opening_cents - closed_before)) from (
       select opening_cents,
         lag(closing_cents, 1, 0) over (partition by channel order by date) as closed_before
       from attribution.click_inventory_daily)`,
  ],
  [
    'births',
    'Every click that the market bore is born here with its cost, and nothing else is',
    'cents',
    `select sum(abs(coalesce(market.cents, 0) - coalesce(lots.born_cents, 0))
       + abs(coalesce(market.clicks, 0) - coalesce(lots.clicks_born, 0)))
     from (select channel, date, clicks, released_cost_cents as cents
           from market.fct_marketing_daily where clicks > 0) as market
     full join attribution.click_lots as lots
       on lots.channel = market.channel and lots.click_date = market.date`,
  ],
  [
    'one_channel_each',
    'Every order has exactly one row and one channel',
    'orders',
    `select sum(abs(coalesce(placed.n, 0) - coalesce(attributed.n, 0)))
     from (select order_id, count(*) as n from dwh.fct_orders group by order_id) as placed
     full join (select order_id, count(channel) as n
                from attribution.fct_order_attribution group by order_id) as attributed
       on attributed.order_id = placed.order_id`,
  ],
  [
    'order_clicks',
    'The clicks and cents of every order are those of its bridge rows, all of its channel',
    'cents',
    `select sum(abs(orders.acquisition_cost_cents - coalesce(bridge.cents, 0))
       + abs(orders.clicks - coalesce(bridge.clicks, 0)))
     from attribution.fct_order_attribution as orders
     full join (select order_id, channel, sum(clicks) as clicks, sum(cost_cents) as cents
                from attribution.bridge_order_clicks group by order_id, channel) as bridge
       on bridge.order_id = orders.order_id and bridge.channel = orders.channel`,
  ],
  [
    'bridge_clicks',
    'Every lot: clicks in the bridge = clicks consumed',
    'clicks',
    bridgeAgainstLots('clicks', 'clicks_consumed'),
  ],
  [
    'bridge_cents',
    'Every lot: cents in the bridge = cents consumed',
    'cents',
    bridgeAgainstLots('cost_cents', 'consumed_cents'),
  ],
  [
    'cause_before_effect',
    'No lot serves an order placed before its birth; ages are what dates say',
    'rows',
    `select count(*)
     from attribution.bridge_order_clicks as bridge
     left join dwh.fct_orders as orders on orders.order_id = bridge.order_id
     where not coalesce(bridge.click_date <= orders.purchase_date
       and bridge.age_days = orders.purchase_date - bridge.click_date, false)`,
  ],
  [
    'supply_before_direct',
    'Orders beyond the declared direct ones stay direct only on days without capacity left',
    'orders',
    `select sum(abs(attributed_orders
         - least(orders - declared_direct_orders, capacity_orders))
       + abs(orders - declared_direct_orders - attributed_orders - unserved_orders))
     from attribution.demand_daily`,
  ],
  [
    'system',
    'Spend = acquisition cost + decayed + expired + no response + live + in flight',
    'cents',
    `select abs(
       (select coalesce(sum(spend_cents), 0) from market.fct_marketing_daily)
       - (select coalesce(sum(acquisition_cost_cents), 0) from attribution.fct_order_attribution)
       - (select coalesce(sum(decayed_cents + expired_cents + live_cents), 0)
          from attribution.click_lots)
       - (select coalesce(sum(released_cost_cents), 0)
          from market.fct_marketing_daily where clicks = 0)
       - (select coalesce(sum(cost_cents), 0) from market.spend_release
          where release_date > (select max(date) from market.fct_marketing_daily)))`,
  ],
]

function bridgeAgainstLots(bridged: string, consumed: string): string {
  return `select sum(abs(coalesce(lots.${consumed}, 0) - coalesce(bridge.bridged, 0)))
     from attribution.click_lots as lots
     full join (select channel, click_date, sum(${bridged}) as bridged
                from attribution.bridge_order_clicks group by channel, click_date) as bridge
       on bridge.channel = lots.channel and bridge.click_date = lots.click_date`
}

/**
 * Checks the laws of the attribution on the published tables, with other queries than those that
 * made them.
 *
 * @param ask e.g. `(sql) => workbench.rows(sql)`
 */
export async function attributionLaws(ask: AskRows): Promise<AttributionLaw[]> {
  const checked: AttributionLaw[] = []
  for (const [law, statement, unit, sql] of laws) {
    const [row] = await ask<{ residual: number }>(
      `select cast(coalesce((${sql}), 0) as bigint) as residual`,
    )
    const residual = row!.residual
    checked.push({ law, statement, residual, unit, holds: residual === 0 })
  }
  return checked
}
