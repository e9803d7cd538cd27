import { lawsOf, sameCents } from '../law.js'

/** Orders consume clicks: each once, none before its birth, none from nowhere. */
export const attributionLaws = lawsOf('attribution', [
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
])
