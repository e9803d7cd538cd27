import { changed, emptied, gone } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { floorShare, sameRows } from '../../sql.js'
import { expectedChoice } from '../../working/choice.js'
import { wasted } from '../../working/order-results.js'
import type { WorkingTable } from '../../working/working-table.js'

const ORDERS = 'attribution.fct_order_attribution'
const BRIDGE = 'attribution.bridge_order_clicks'

/** Every order and its place among those of its day, which the seed decides. */
const rankedOrders: WorkingTable = {
  name: 'ranked_orders',
  uses: [],
  select: `
    select order_id, purchase_date, is_new_customer,
      row_number() over (partition by purchase_date
        order by md5(concat((select value from assumed where id = 'seed'), order_id))) - 1 as place
    from dwh.fct_orders`,
}

/** Where in its lot the first click of an order lies, and what a lot costs up to a position. */
const FIRST = 'first_position + in_lot'
const upTo = (position: string) => floorShare('born_cents', position, 'clicks_born')

const chosen = [
  'attribution.choice_policy',
  'attribution.direct_demand_bps',
  'attribution.channels.*.affinity_bps',
  'attribution.channels.*.clicks_per_order',
  'attribution.channels.*.window_days',
  'attribution.channels.*.recency_curve',
  'attribution.channels.*.recency_half_life_days',
  'attribution.channels.*.recency_list',
  'seed',
]

/** Orders choose among channels and consume clicks: each once, none before its birth, none from nowhere. */
export const orderLaws = lawsOf('attribution', [
  {
    name: 'orders_choose_by_supply',
    statement:
      'Orders that look at marketing spread over channels by affinity and recency-weighted clicks, none above its capacity; they stay direct only when declared direct or when no channel has clicks for them',
    unit: 'rows',
    distrust: 'attributed orders, CAC and profit by channel',
    needs: chosen,
    uses: [expectedChoice],
    sql: `
      select 0 as amount_cents, concat(channel, ' ', date, ' ', served, ' ', chosen) as sample
      from expected_choice where served <> chosen`,
    fault: changed(ORDERS, ['order_id'], "channel = 'direct'", { where: "channel <> 'direct'" }),
  },
  {
    name: 'demand_of_a_day',
    unit: 'rows',
    statement:
      'The orders of a day are declared direct, attributed or unserved; channels could serve what their live clicks allow',
    distrust: 'demand and supply by day',
    needs: ['attribution.direct_demand_bps', 'attribution.channels.*.clicks_per_order'],
    uses: [expectedChoice],
    sql: sameRows({
      key: ['date'],
      counts: [
        ...['orders', 'declared_direct_orders', 'capacity_orders', 'attributed_orders'],
        'unserved_orders',
      ],
      published: 'attribution.demand_daily',
      expected: `(
        select date, min(orders) as orders, min(direct) as declared_direct_orders,
          sum(capacity) as capacity_orders, sum(served) as attributed_orders,
          min(orders) - min(direct) - sum(served) as unserved_orders
        from expected_choice group by date)`,
    }),
    fault: changed(
      'attribution.demand_daily',
      ['date'],
      'unserved_orders = unserved_orders + 1',
      {},
    ),
  },
  {
    name: 'every_order_has_its_channel',
    statement:
      'Every order came by exactly one channel, or direct: which one follows from its place among the orders of its day, and it cost what its clicks cost',
    distrust: 'every figure by channel',
    needs: ['seed', 'attribution.channels.*.clicks_per_order'],
    uses: [rankedOrders],
    sql: sameRows({
      isLarge: true,
      key: ['order_id', 'purchase_date', 'channel', 'is_new_customer', 'clicks'],
      cents: ['acquisition_cost_cents'],
      published: ORDERS,
      expected: `(
        with served as (
          select purchase_date, channel, count(*) as orders
          from ${ORDERS} where channel <> 'direct' group by 1, 2
        ),
        blocks as (
          select *, sum(orders) over (partition by purchase_date order by channel) as behind
          from served
        ),
        paid as (
          select order_id, sum(cost_cents) as cents from ${BRIDGE} group by order_id
        )
        select r.order_id, r.purchase_date, coalesce(b.channel, 'direct') as channel,
          r.is_new_customer,
          case when b.channel is null then 0 else cast(n.value as bigint) end as clicks,
          coalesce(p.cents, 0) as acquisition_cost_cents
        from ranked_orders as r
        left join blocks as b on b.purchase_date = r.purchase_date
          and r.place < b.behind and r.place >= b.behind - b.orders
        left join assumed as n
          on n.id = concat('attribution.channels.', b.channel, '.clicks_per_order')
        left join paid as p on p.order_id = r.order_id)`,
    }),
    fault: emptied(ORDERS, ['order_id'], 'acquisition_cost_cents'),
  },
  {
    name: 'orders_take_their_clicks',
    unit: 'rows',
    statement:
      'An order of a channel took the clicks that the channel asks for; a direct order took none',
    distrust: 'attributed orders',
    needs: ['attribution.channels.*.clicks_per_order'],
    sql: `
      select 0 as amount_cents, concat(order_id, ' ', channel) as sample
      from (
        select order_id, channel, clicks from ${BRIDGE}
        union all
        select o.order_id, o.channel, -coalesce(cast(n.value as bigint), 0)
        from ${ORDERS} as o
        left join assumed as n
          on n.id = concat('attribution.channels.', o.channel, '.clicks_per_order')
        where o.channel <> 'direct'
      ) as sides
      group by order_id, channel having sum(clicks) <> 0`,
    fault: gone(BRIDGE, ['order_id'], {}),
  },
  {
    name: 'orders_meet_lots_in_turn',
    statement:
      'Orders meet the day’s queue of clicks one after the other: each takes the next ones of lots that live that day, at the cost of their positions',
    distrust: 'acquisition cost by order, item and channel',
    needs: ['seed', 'attribution.channels.*.clicks_per_order'],
    uses: [rankedOrders],
    sql: `
      with turns as (
        select b.*, r.purchase_date, r.place
        from ${BRIDGE} as b left join ranked_orders as r on r.order_id = b.order_id
      ),
      queues as (
        select f.*, cast(n.value as bigint) as asked
        from (
          select channel, purchase_date, min(place) as first_place from turns group by 1, 2
        ) as f
        left join assumed as n
          on n.id = concat('attribution.channels.', f.channel, '.clicks_per_order')
      ),
      met as (
        select t.*, d.age_days as lot_age, d.first_position, d.consumed_clicks, l.clicks_born,
          l.born_cents, greatest(0, (t.place - q.first_place) * q.asked - d.sequence_start) as in_lot,
          (t.place - q.first_place + 1) * q.asked - d.sequence_start as up_to
        from turns as t
        left join queues as q on q.channel = t.channel and q.purchase_date = t.purchase_date
        left join attribution.click_lot_daily as d on d.channel = t.channel
          and d.click_date = t.click_date and d.date = t.purchase_date
        left join attribution.click_lots as l
          on l.channel = t.channel and l.click_date = t.click_date
      ),
      placed as (
        select *, ${upTo(`${FIRST} + clicks`)} - ${upTo(FIRST)} as cost
        from met
      )
      select abs(cost_cents - coalesce(cost, 0)) as amount_cents,
        concat(order_id, ' ', channel, ' ', click_date) as sample
      from placed
      where clicks is distinct from least(up_to, consumed_clicks) - in_lot or clicks <= 0
        or age_days is distinct from lot_age or cost_cents is distinct from cost`,
    fault: emptied(BRIDGE, ['order_id', 'channel', 'click_date'], 'cost_cents'),
  },
  {
    name: 'spend_is_six_parts',
    figure: 'spend',
    statement:
      'Every channel: spend = acquisition cost + decayed + expired + no response + live + in flight',
    distrust: 'every marketing figure',
    needs: [],
    uses: [wasted],
    sql: `
      select abs(sum(cents)) as amount_cents, channel as sample
      from (
        select channel, spend_cents as cents from market.fct_marketing_daily
        union all
        select channel, -cost_cents from attribution.bridge_order_clicks
        union all
        select channel, -decayed_cents - expired_cents - no_response_cents from wasted_daily
        union all
        select channel, -live_cents from attribution.click_lots
        union all
        select channel, -cost_cents from market.spend_release
        where release_date > (select max(date) from market.fct_marketing_daily)
      ) as parts
      group by channel having sum(cents) <> 0`,
    fault: changed(
      'attribution.click_lots',
      ['channel', 'click_date'],
      'live_cents = 2 * live_cents + 7',
      { cents: 'live_cents + 7' },
    ),
  },
])
