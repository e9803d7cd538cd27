-- Grain: one row per (date), gapless over the horizon
-- Sources: days, fct_order_events, fct_unit_economics, fct_orders_without_items, fct_subscriptions,
-- months, attribution.click_inventory_daily, market.fct_marketing_daily
-- The profit and loss by cohort: what orders earn and cost stands on their purchase day, whenever it
-- happened; marketing that decayed, expired or met no response stands on the day it went;
-- subscriptions on the days they cover. Live clicks and money in flight are assets, no cost.
-- Conserves: every line of the facts, to the cent.
with orders as (
  select
    purchase_date as date,
    count(*) as orders
  from fct_order_events
  group by purchase_date
),

items as (
  select
    purchase_date as date,
    count(*) as items,
    sum(gmv_cents) as gmv_cents,
    sum(commission_cents) as commission_cents,
    sum(freight_billed_cents) as freight_billed_cents,
    sum(payment_fee_cents) as payment_fee_cents,
    sum(carrier_cost_cents) as carrier_cost_cents,
    sum(operations_cost_cents) as operations_cost_cents,
    sum(sla_penalty_cents) as sla_penalty_cents,
    sum(acquisition_cost_cents) as acquisition_cost_cents
  from fct_unit_economics
  group by purchase_date
),

bare_orders as (
  select
    purchase_date as date,
    sum(payment_fee_cents) as payment_fee_cents,
    sum(acquisition_cost_cents) as acquisition_cost_cents
  from fct_orders_without_items
  group by purchase_date
),

subscriptions as (
  select
    d.date,
    sum(
      s.billed_cents // d.days_in_month
      + case when d.day_no <= s.billed_cents % d.days_in_month then 1 else 0 end
    ) as subscription_revenue_cents
  from days as d
  inner join months as m on m.month_no = d.month_no
  inner join fct_subscriptions as s on s.month = m.month
  group by d.date
),

inventory as (
  select
    date,
    sum(decayed_cents) as decayed_cents,
    sum(expired_cents) as expired_cents
  from attribution.click_inventory_daily
  group by date
),

marketing as (
  select
    date,
    sum(case when clicks = 0 then released_cost_cents else 0 end) as no_response_cents
  from market.fct_marketing_daily
  group by date
),

lines as (
  select
    d.date,
    coalesce(o.orders, 0) as orders,
    coalesce(i.items, 0) as items,
    coalesce(i.gmv_cents, 0) as gmv_cents,
    coalesce(i.commission_cents, 0) as commission_cents,
    coalesce(i.freight_billed_cents, 0) as freight_billed_cents,
    coalesce(s.subscription_revenue_cents, 0) as subscription_revenue_cents,
    coalesce(i.payment_fee_cents, 0) + coalesce(b.payment_fee_cents, 0) as payment_fee_cents,
    coalesce(i.carrier_cost_cents, 0) as carrier_cost_cents,
    coalesce(i.operations_cost_cents, 0) as operations_cost_cents,
    coalesce(i.sla_penalty_cents, 0) as sla_penalty_cents,
    coalesce(i.acquisition_cost_cents, 0) + coalesce(b.acquisition_cost_cents, 0)
      as acquisition_cost_cents,
    coalesce(v.decayed_cents, 0) as marketing_decayed_cents,
    coalesce(v.expired_cents, 0) as marketing_expired_cents,
    coalesce(k.no_response_cents, 0) as marketing_no_response_cents
  from days as d
  left join orders as o on o.date = d.date
  left join items as i on i.date = d.date
  left join bare_orders as b on b.date = d.date
  left join subscriptions as s on s.date = d.date
  left join inventory as v on v.date = d.date
  left join marketing as k on k.date = d.date
)

select
  date,
  cast(orders as bigint) as orders,
  cast(items as bigint) as items,
  cast(gmv_cents as bigint) as gmv_cents,
  cast(commission_cents as bigint) as commission_cents,
  cast(freight_billed_cents as bigint) as freight_billed_cents,
  cast(subscription_revenue_cents as bigint) as subscription_revenue_cents,
  cast(payment_fee_cents as bigint) as payment_fee_cents,
  cast(carrier_cost_cents as bigint) as carrier_cost_cents,
  cast(operations_cost_cents as bigint) as operations_cost_cents,
  cast(sla_penalty_cents as bigint) as sla_penalty_cents,
  cast(acquisition_cost_cents as bigint) as acquisition_cost_cents,
  cast(marketing_decayed_cents as bigint) as marketing_decayed_cents,
  cast(marketing_expired_cents as bigint) as marketing_expired_cents,
  cast(marketing_no_response_cents as bigint) as marketing_no_response_cents,
  cast(
    commission_cents + freight_billed_cents + subscription_revenue_cents
    - payment_fee_cents - carrier_cost_cents - operations_cost_cents - sla_penalty_cents
    - acquisition_cost_cents
    - marketing_decayed_cents - marketing_expired_cents - marketing_no_response_cents as bigint
  ) as net_profit_cents
from lines
order by date
