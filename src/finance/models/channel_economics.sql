-- Grain: one row per (channel, month)
-- Sources: market.fct_marketing_daily, attribution.click_inventory_daily,
-- attribution.fct_order_attribution, order_results, months
-- What a channel cost and brought in a month. CAC counts persons new to the marketplace: paid CAC is
-- the channel's spend by them, consumed CAC the clicks that their first orders consumed, loaded CAC
-- those and the waste; cost per order counts orders; null where there is none. Blended CAC (spend of
-- all channels by all new customers, direct ones too) is the same for every channel of a month.
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
    month_of(date) as month,
    total(spend_cents) as spend_cents,
    total(released_cost_cents) as released_cents,
    total(case when clicks = 0 then released_cost_cents else 0 end) as no_response_cents,
    total(clicks) as clicks
  from market.fct_marketing_daily
  group by channel, month_of(date)
),

inventory as (
  select
    channel,
    month_of(date) as month,
    total(consumed_cents) as acquisition_cost_cents,
    total(decayed_cents) as decayed_cents,
    total(expired_cents) as expired_cents,
    total(closing_cents - opening_cents) as live_change_cents
  from attribution.click_inventory_daily
  group by channel, month_of(date)
),

orders as (
  select
    channel,
    month_of(purchase_date) as month,
    count(*) as orders,
    total(case when is_new_customer then 1 else 0 end) as new_customers,
    total(case when is_new_customer then acquisition_cost_cents else 0 end) as new_acquisition_cents,
    total(case when is_new_customer then 0 else acquisition_cost_cents end)
      as returning_acquisition_cents
  from attribution.fct_order_attribution
  group by channel, month_of(purchase_date)
),

contribution as (
  select
    channel,
    month,
    total(contribution_2_cents) as contribution_2_cents
  from order_results
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
    sum(new_customers) over (partition by month) as month_new_customers
  from joined
)

select
  channel,
  month,
  spend_cents,
  acquisition_cost_cents,
  decayed_cents,
  expired_cents,
  no_response_cents,
  live_change_cents,
  in_flight_change_cents,
  clicks,
  orders,
  new_customers,
  orders - new_customers as returning_orders,
  new_acquisition_cents,
  returning_acquisition_cents,
  contribution_2_cents,
  ratio_or_null(acquisition_cost_cents, orders) as cost_per_order_cents,
  ratio_or_null(spend_cents, new_customers) as paid_cac_cents,
  ratio_or_null(new_acquisition_cents, new_customers) as consumed_cac_cents,
  ratio_or_null(loaded_cents, new_customers) as loaded_cac_cents,
  ratio_or_null(month_spend_cents, month_new_customers) as blended_cac_cents
from counted
order by channel, month
