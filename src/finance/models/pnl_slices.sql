-- Grain: one row per (dimension, member)
-- Sources: fct_unit_economics, fct_orders_without_items, fct_subscriptions, channel_economics,
-- dim_seller_tier, dwh.dim_customer, dwh.dim_product
-- The cohort profit and loss of the horizon by channel, by state of the customer, by category and by
-- commission tier of the seller. What belongs to no member stands in a row of its own, '(no items)'
-- or '(not allocated)', and is never spread by a key.
-- Conserves: the rows of each dimension sum to pnl_cohort_daily, line by line.
with dimensions as (
  select 'channel' as dimension
  union all
  select 'state' as dimension
  union all
  select 'category' as dimension
  union all
  select 'tier' as dimension
),

item_lines as (
  select
    u.channel,
    coalesce(c.state, '(unknown)') as state,
    coalesce(p.category, '(unknown)') as category,
    coalesce(t.tier, '(unknown)') as tier,
    u.gmv_cents,
    u.commission_cents,
    u.freight_billed_cents,
    u.payment_fee_cents,
    u.carrier_cost_cents,
    u.operations_cost_cents,
    u.sla_penalty_cents,
    u.acquisition_cost_cents
  from fct_unit_economics as u
  left join dwh.dim_customer as c on c.customer_unique_id = u.customer_unique_id
  left join dwh.dim_product as p on p.product_id = u.product_id
  left join dim_seller_tier as t on t.seller_id = u.seller_id

  union all

  select
    o.channel,
    coalesce(c.state, '(unknown)') as state,
    '(no items)' as category,
    '(no items)' as tier,
    0 as gmv_cents,
    0 as commission_cents,
    0 as freight_billed_cents,
    o.payment_fee_cents,
    0 as carrier_cost_cents,
    0 as operations_cost_cents,
    0 as sla_penalty_cents,
    o.acquisition_cost_cents
  from fct_orders_without_items as o
  left join dwh.dim_customer as c on c.customer_unique_id = o.customer_unique_id
),

order_slices as (
  select
    d.dimension,
    case d.dimension
      when 'channel' then i.channel
      when 'state' then i.state
      when 'category' then i.category
      when 'tier' then i.tier
    end as member,
    sum(i.gmv_cents) as gmv_cents,
    sum(i.commission_cents) as commission_cents,
    sum(i.freight_billed_cents) as freight_billed_cents,
    0 as subscription_revenue_cents,
    sum(i.payment_fee_cents) as payment_fee_cents,
    sum(i.carrier_cost_cents) as carrier_cost_cents,
    sum(i.operations_cost_cents) as operations_cost_cents,
    sum(i.sla_penalty_cents) as sla_penalty_cents,
    sum(i.acquisition_cost_cents) as acquisition_cost_cents,
    0 as marketing_waste_cents
  from item_lines as i
  cross join dimensions as d
  group by 1, 2
),

subscription_slices as (
  select
    d.dimension,
    case when d.dimension = 'tier' then coalesce(t.tier, '(unknown)') else '(not allocated)' end
      as member,
    sum(s.recognised_cents) as subscription_revenue_cents
  from fct_subscriptions as s
  left join dim_seller_tier as t on t.seller_id = s.seller_id
  cross join dimensions as d
  group by 1, 2
),

waste_slices as (
  select
    d.dimension,
    case when d.dimension = 'channel' then e.channel else '(not allocated)' end as member,
    sum(e.decayed_cents + e.expired_cents + e.no_response_cents) as marketing_waste_cents
  from channel_economics as e
  cross join dimensions as d
  group by 1, 2
),

members as (
  select dimension, member from order_slices
  union
  select dimension, member from subscription_slices
  union
  select dimension, member from waste_slices
),

lines as (
  select
    m.dimension,
    m.member,
    coalesce(o.gmv_cents, 0) as gmv_cents,
    coalesce(o.commission_cents, 0) as commission_cents,
    coalesce(o.freight_billed_cents, 0) as freight_billed_cents,
    coalesce(s.subscription_revenue_cents, 0) as subscription_revenue_cents,
    coalesce(o.payment_fee_cents, 0) as payment_fee_cents,
    coalesce(o.carrier_cost_cents, 0) as carrier_cost_cents,
    coalesce(o.operations_cost_cents, 0) as operations_cost_cents,
    coalesce(o.sla_penalty_cents, 0) as sla_penalty_cents,
    coalesce(o.acquisition_cost_cents, 0) as acquisition_cost_cents,
    coalesce(w.marketing_waste_cents, 0) as marketing_waste_cents
  from members as m
  left join order_slices as o on o.dimension = m.dimension and o.member = m.member
  left join subscription_slices as s on s.dimension = m.dimension and s.member = m.member
  left join waste_slices as w on w.dimension = m.dimension and w.member = m.member
)

select
  cast(dimension as varchar) as dimension,
  cast(member as varchar) as member,
  cast(gmv_cents as bigint) as gmv_cents,
  cast(commission_cents as bigint) as commission_cents,
  cast(freight_billed_cents as bigint) as freight_billed_cents,
  cast(subscription_revenue_cents as bigint) as subscription_revenue_cents,
  cast(payment_fee_cents as bigint) as payment_fee_cents,
  cast(carrier_cost_cents as bigint) as carrier_cost_cents,
  cast(operations_cost_cents as bigint) as operations_cost_cents,
  cast(sla_penalty_cents as bigint) as sla_penalty_cents,
  cast(acquisition_cost_cents as bigint) as acquisition_cost_cents,
  cast(marketing_waste_cents as bigint) as marketing_waste_cents,
  cast(
    commission_cents + freight_billed_cents + subscription_revenue_cents
    - payment_fee_cents - carrier_cost_cents - operations_cost_cents - sla_penalty_cents
    - acquisition_cost_cents - marketing_waste_cents as bigint
  ) as net_profit_cents
from lines
order by dimension, member
