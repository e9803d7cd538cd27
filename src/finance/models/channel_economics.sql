-- Grain: one row per (channel, month)
-- Sources: market.fct_marketing_daily, attribution.click_inventory_daily,
-- attribution.fct_order_attribution, fct_unit_economics, months
-- What a channel cost and brought in a month. CAC counts persons new to the marketplace and what
-- their first orders cost (loaded: and the waste), cost per order counts orders; null where there is
-- none. Blended CAC (spend of all channels by all new customers, direct ones too) is the same for
-- every channel of a month.
-- Conserves: spend = acquisition + decayed + expired + no response + change live + change in flight.
with channels as (
  select channel from market.dim_channel
  union
  select 'direct' as channel
),

spine as (
  select
    c.channel,
    m.month
  from channels as c
  cross join months as m
),

marketing as (
  select
    channel,
    cast(date_trunc('month', date) as date) as month,
    sum(spend_cents) as spend_cents,
    sum(released_cost_cents) as released_cents,
    sum(case when clicks = 0 then released_cost_cents else 0 end) as no_response_cents,
    sum(clicks) as clicks
  from market.fct_marketing_daily
  group by channel, cast(date_trunc('month', date) as date)
),

inventory as (
  select
    channel,
    cast(date_trunc('month', date) as date) as month,
    sum(consumed_cents) as acquisition_cost_cents,
    sum(decayed_cents) as decayed_cents,
    sum(expired_cents) as expired_cents,
    sum(closing_cents - opening_cents) as live_change_cents
  from attribution.click_inventory_daily
  group by channel, cast(date_trunc('month', date) as date)
),

orders as (
  select
    channel,
    cast(date_trunc('month', purchase_date) as date) as month,
    count(*) as orders,
    sum(case when is_new_customer then 1 else 0 end) as new_customers,
    sum(case when is_new_customer then acquisition_cost_cents else 0 end) as new_acquisition_cents,
    sum(case when is_new_customer then 0 else acquisition_cost_cents end)
      as returning_acquisition_cents
  from attribution.fct_order_attribution
  group by channel, cast(date_trunc('month', purchase_date) as date)
),

contributions as (
  select
    channel,
    cast(date_trunc('month', purchase_date) as date) as month,
    sum(contribution_2_cents) as contribution_2_cents
  from fct_unit_economics
  group by channel, cast(date_trunc('month', purchase_date) as date)

  union all

  select
    channel,
    cast(date_trunc('month', purchase_date) as date) as month,
    -sum(payment_fee_cents) as contribution_2_cents
  from fct_orders_without_items
  group by channel, cast(date_trunc('month', purchase_date) as date)
),

contribution as (
  select
    channel,
    month,
    sum(contribution_2_cents) as contribution_2_cents
  from contributions
  group by channel, month
),

joined as (
  select
    s.channel,
    s.month,
    coalesce(k.spend_cents, 0) as spend_cents,
    coalesce(i.acquisition_cost_cents, 0) as acquisition_cost_cents,
    coalesce(i.decayed_cents, 0) as decayed_cents,
    coalesce(i.expired_cents, 0) as expired_cents,
    coalesce(k.no_response_cents, 0) as no_response_cents,
    coalesce(i.live_change_cents, 0) as live_change_cents,
    coalesce(k.spend_cents - k.released_cents, 0) as in_flight_change_cents,
    coalesce(k.clicks, 0) as clicks,
    coalesce(o.orders, 0) as orders,
    coalesce(o.new_customers, 0) as new_customers,
    coalesce(o.new_acquisition_cents, 0) as new_acquisition_cents,
    coalesce(o.returning_acquisition_cents, 0) as returning_acquisition_cents,
    coalesce(c.contribution_2_cents, 0) as contribution_2_cents
  from spine as s
  left join marketing as k on k.channel = s.channel and k.month = s.month
  left join inventory as i on i.channel = s.channel and i.month = s.month
  left join orders as o on o.channel = s.channel and o.month = s.month
  left join contribution as c on c.channel = s.channel and c.month = s.month
),

counted as (
  select
    *,
    new_acquisition_cents + decayed_cents + expired_cents + no_response_cents as loaded_cents,
    sum(spend_cents) over (partition by month) as month_spend_cents,
    sum(new_customers) over (partition by month) as month_new_customers,
    nullif(orders, 0) as some_orders,
    nullif(new_customers, 0) as some_new_customers
  from joined
)

select
  channel,
  month,
  cast(spend_cents as bigint) as spend_cents,
  cast(acquisition_cost_cents as bigint) as acquisition_cost_cents,
  cast(decayed_cents as bigint) as decayed_cents,
  cast(expired_cents as bigint) as expired_cents,
  cast(no_response_cents as bigint) as no_response_cents,
  cast(live_change_cents as bigint) as live_change_cents,
  cast(in_flight_change_cents as bigint) as in_flight_change_cents,
  cast(clicks as bigint) as clicks,
  cast(orders as bigint) as orders,
  cast(new_customers as bigint) as new_customers,
  cast(orders - new_customers as bigint) as returning_orders,
  cast(new_acquisition_cents as bigint) as new_acquisition_cents,
  cast(returning_acquisition_cents as bigint) as returning_acquisition_cents,
  cast(contribution_2_cents as bigint) as contribution_2_cents,
  cast((2 * acquisition_cost_cents + some_orders) // (2 * some_orders) as bigint)
    as cost_per_order_cents,
  cast((2 * new_acquisition_cents + some_new_customers) // (2 * some_new_customers) as bigint)
    as paid_cac_cents,
  cast((2 * loaded_cents + some_new_customers) // (2 * some_new_customers) as bigint)
    as loaded_cac_cents,
  cast(
    (2 * month_spend_cents + month_new_customers) // nullif(2 * month_new_customers, 0) as bigint
  ) as blended_cac_cents
from counted
order by channel, month
