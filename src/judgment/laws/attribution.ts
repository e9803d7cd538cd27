import { lawsOf, sameCents, uniqueRows } from '../law.js'

const CLICK_COST =
  '(abs(clicks_born - clicks_consumed - clicks_decayed - clicks_expired - clicks_live) * born_cents)'

/** Orders consume clicks: each once, none before its birth, none from nowhere. */
export const attributionLaws = lawsOf('attribution', [
  {
    name: 'lots_conserve_clicks',
    statement: 'Every lot: clicks born = consumed + decayed + expired + live',
    distrust: 'attributed orders and waste',
    sql: `
      select ${CLICK_COST} // greatest(clicks_born, 1) as amount_cents,
        concat(channel, ' ', click_date) as sample
      from attribution.click_lots
      where clicks_born <> clicks_consumed + clicks_decayed + clicks_expired + clicks_live`,
  },
  {
    name: 'lots_conserve_cents',
    statement: 'Every lot: cost born = consumed + decayed + expired + live',
    distrust: 'acquisition cost and waste',
    sql: `
      select abs(born_cents - consumed_cents - decayed_cents - expired_cents - live_cents)
        as amount_cents, concat(channel, ' ', click_date) as sample
      from attribution.click_lots
      where born_cents <> consumed_cents + decayed_cents + expired_cents + live_cents`,
  },
  {
    name: 'lots_unique',
    statement: 'The clicks of a channel and day are one lot',
    distrust: 'attributed orders and waste',
    sql: uniqueRows('attribution.click_lots', ['channel', 'click_date'], 'born_cents'),
  },
  {
    name: 'lots_are_the_market',
    statement:
      'A lot is born with the cost that the market released on its day, where it had clicks',
    distrust: 'acquisition cost and waste',
    sql: sameCents(
      ['channel', 'date'],
      `select channel, date, released_cost_cents as cents
       from market.fct_marketing_daily where clicks > 0`,
      'select channel, click_date as date, born_cents as cents from attribution.click_lots',
    ),
  },
  {
    name: 'clicks_are_the_market',
    statement: 'A lot is born with the clicks of its channel and day',
    distrust: 'attributed orders and waste',
    sql: `
      select m.released_cost_cents as amount_cents, concat(m.channel, ' ', m.date) as sample
      from market.fct_marketing_daily as m
      left join attribution.click_lots as l on l.channel = m.channel and l.click_date = m.date
      where m.clicks <> coalesce(l.clicks_born, 0)`,
  },
  {
    name: 'bridge_consumes_lots',
    statement: 'What orders took from a lot is what the lot says was consumed, to the cent',
    distrust: 'acquisition cost by order, item and channel',
    sql: sameCents(
      ['channel', 'date'],
      `select channel, click_date as date, sum(cost_cents) as cents
       from attribution.bridge_order_clicks group by channel, click_date`,
      'select channel, click_date as date, consumed_cents as cents from attribution.click_lots',
    ),
  },
  {
    name: 'bridge_consumes_clicks',
    statement: 'The clicks that orders took from a lot are the clicks it says were consumed',
    distrust: 'attributed orders',
    sql: `
      select abs(b.cost_cents) as amount_cents, concat(l.channel, ' ', l.click_date) as sample
      from attribution.click_lots as l
      inner join (
        select channel, click_date, sum(clicks) as clicks, sum(cost_cents) as cost_cents
        from attribution.bridge_order_clicks
        group by channel, click_date
      ) as b on b.channel = l.channel and b.click_date = l.click_date
      where b.clicks <> l.clicks_consumed`,
  },
  {
    name: 'no_effect_before_its_cause',
    statement: 'No order was won by a click that was born after it',
    distrust: 'every attributed order',
    sql: `
      select b.cost_cents as amount_cents, concat(b.order_id, ' ', b.click_date) as sample
      from attribution.bridge_order_clicks as b
      inner join dwh.fct_orders as o on o.order_id = b.order_id
      where b.click_date > o.purchase_date`,
  },
  {
    name: 'no_stale_click',
    statement: 'No order was won by a click older than its channel remembers, and ages are right',
    distrust: 'attributed orders and waste',
    sql: `
      select b.cost_cents as amount_cents, concat(b.order_id, ' ', b.click_date) as sample
      from attribution.bridge_order_clicks as b
      inner join dwh.fct_orders as o on o.order_id = b.order_id
      inner join assumed as a
        on a.id = concat('attribution.channels.', b.channel, '.window_days')
      where b.age_days <> date_diff('day', b.click_date, o.purchase_date)
        or b.age_days >= cast(a.value as bigint)`,
  },
  {
    name: 'one_channel_per_order',
    statement: 'Every order came by exactly one channel, or direct',
    distrust: 'every figure by channel',
    sql: `
      select max(cents) as amount_cents, order_id as sample
      from (
        select order_id, 1 as orders, price_cents as cents from dwh.fct_orders
        union all
        select order_id, -1 as orders, 0 as cents from attribution.fct_order_attribution
        where channel is not null
      ) as sides
      group by order_id
      having sum(orders) <> 0`,
  },
  {
    name: 'orders_cost_their_clicks',
    statement: 'The acquisition cost of an order is the cost of its clicks, from its channel',
    distrust: 'acquisition cost by order, item and channel',
    sql: sameCents(
      ['order_id', 'channel'],
      `select order_id, channel, acquisition_cost_cents as cents
       from attribution.fct_order_attribution`,
      `select order_id, channel, sum(cost_cents) as cents
       from attribution.bridge_order_clicks group by order_id, channel`,
    ),
  },
  {
    name: 'no_order_without_supply',
    statement:
      'An order of a channel took the clicks that channel asks for; a direct order took none',
    distrust: 'attributed orders',
    sql: `
      select a.acquisition_cost_cents as amount_cents, a.order_id as sample
      from attribution.fct_order_attribution as a
      left join (
        select order_id, sum(clicks) as clicks
        from attribution.bridge_order_clicks
        group by order_id
      ) as b on b.order_id = a.order_id
      left join assumed as n
        on n.id = concat('attribution.channels.', a.channel, '.clicks_per_order')
      where coalesce(b.clicks, 0) <> a.clicks
        or a.clicks <> case when a.channel = 'direct' then 0 else cast(n.value as bigint) end`,
  },
  {
    name: 'no_direct_beside_supply',
    statement:
      'Orders stay direct only when declared direct or when no channel had clicks for them',
    unit: 'rows',
    distrust: 'attributed orders',
    sql: `
      with placed as (
        select h.date, count(o.order_id) as orders,
          sum(count(o.order_id)) over (order by h.date) as orders_so_far
        from (select distinct date from market.fct_marketing_daily) as h
        left join dwh.fct_orders as o on o.purchase_date = h.date
        group by h.date
      ),
      seeking as (
        select p.date,
          p.orders - (p.orders_so_far * cast(a.value as bigint)) // 10000
            + ((p.orders_so_far - p.orders) * cast(a.value as bigint)) // 10000 as orders
        from placed as p
        inner join assumed as a on a.id = 'attribution.direct_demand_bps'
      ),
      supply as (
        select date, sum(clicks // cast(a.value as bigint)) as orders
        from (
          select channel, date, sum(opening_clicks + born_clicks) as clicks
          from attribution.click_inventory_daily
          group by channel, date
        ) as live
        inner join assumed as a
          on a.id = concat('attribution.channels.', live.channel, '.clicks_per_order')
        group by date
      ),
      won as (
        select purchase_date as date, count(*) as orders
        from attribution.fct_order_attribution
        where channel <> 'direct'
        group by purchase_date
      )
      select 0 as amount_cents, cast(d.date as varchar) as sample
      from seeking as d
      inner join supply as s on s.date = d.date
      left join won as w on w.date = d.date
      left join attribution.demand_daily as day on day.date = d.date
      where coalesce(w.orders, 0) <> least(d.orders, s.orders)
        or coalesce(w.orders, 0) <> day.attributed_orders
        or s.orders <> day.capacity_orders
        or d.orders <> day.attributed_orders + day.unserved_orders`,
  },
  {
    name: 'inventory_rolls',
    statement: 'Every channel and day: closing = opening + born - consumed - decayed - expired',
    distrust: 'marketing assets and the days of waste',
    sql: `
      select abs(opening_cents + born_cents - consumed_cents - decayed_cents - expired_cents
        - closing_cents) as amount_cents, concat(channel, ' ', date) as sample
      from attribution.click_inventory_daily
      where opening_cents + born_cents
          <> consumed_cents + decayed_cents + expired_cents + closing_cents
        or opening_clicks + born_clicks
          <> consumed_clicks + decayed_clicks + expired_clicks + closing_clicks`,
  },
  {
    name: 'inventory_opens_as_it_closed',
    statement: 'A day opens with what the day before closed with',
    distrust: 'marketing assets and the days of waste',
    sql: `
      select abs(opening_cents - closed_cents) as amount_cents, concat(channel, ' ', date) as sample
      from (
        select channel, date, opening_cents, opening_clicks,
          lag(closing_cents, 1, 0) over (partition by channel order by date) as closed_cents,
          lag(closing_clicks, 1, 0) over (partition by channel order by date) as closed_clicks
        from attribution.click_inventory_daily
      ) as days
      where opening_cents <> closed_cents or opening_clicks <> closed_clicks`,
  },
  {
    name: 'no_negative_stock',
    statement: 'The inventory of clicks is never below zero',
    distrust: 'attributed orders and marketing assets',
    sql: `
      select abs(least(closing_cents, 0)) as amount_cents, concat(channel, ' ', date) as sample
      from attribution.click_inventory_daily
      where least(opening_clicks, born_clicks, consumed_clicks, decayed_clicks, expired_clicks,
        closing_clicks, opening_cents, born_cents, consumed_cents, decayed_cents, expired_cents,
        closing_cents) < 0`,
  },
  {
    name: 'inventory_is_its_lots',
    statement: 'The days of a channel waste what its lots lost, to the cent',
    distrust: 'waste',
    sql: sameCents(
      ['channel', 'fate'],
      `select channel, 'decayed' as fate, sum(decayed_cents) as cents
       from attribution.click_inventory_daily group by channel
       union all
       select channel, 'expired' as fate, sum(expired_cents) as cents
       from attribution.click_inventory_daily group by channel`,
      `select channel, 'decayed' as fate, sum(decayed_cents) as cents
       from attribution.click_lots group by channel
       union all
       select channel, 'expired' as fate, sum(expired_cents) as cents
       from attribution.click_lots group by channel`,
    ),
  },
  {
    name: 'consumption_is_on_the_day_of_purchase',
    statement: 'What a channel consumes on a day is the acquisition cost of that day’s orders',
    distrust: 'acquisition cost by day',
    sql: sameCents(
      ['channel', 'date'],
      'select channel, date, consumed_cents as cents from attribution.click_inventory_daily',
      `select a.channel, o.purchase_date as date, sum(a.acquisition_cost_cents) as cents
       from attribution.fct_order_attribution as a
       inner join dwh.fct_orders as o on o.order_id = a.order_id
       where a.channel <> 'direct'
       group by a.channel, o.purchase_date`,
    ),
  },
  {
    name: 'spend_is_six_parts',
    statement:
      'Every channel: spend = acquisition cost + decayed + expired + no response + live + in flight',
    distrust: 'every marketing figure',
    sql: sameCents(
      ['channel'],
      'select channel, sum(spend_cents) as cents from market.fct_marketing_daily group by channel',
      `select channel, sum(cents) as cents
       from (
         select channel, cost_cents as cents from attribution.bridge_order_clicks
         union all
         select channel, decayed_cents + expired_cents + live_cents as cents
         from attribution.click_lots
         union all
         select channel, released_cost_cents as cents
         from market.fct_marketing_daily where clicks = 0
         union all
         select channel, cost_cents as cents
         from market.spend_release
         where release_date > (select max(date) from market.fct_marketing_daily)
       ) as parts
       group by channel`,
    ),
  },
])
