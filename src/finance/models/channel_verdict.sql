-- Grain: one row per (channel)
-- Sources: channel_economics
-- Does a channel pay for itself? Its orders' contribution 2 against what it used up: acquisition cost
-- and waste. Live clicks and money in flight are assets. Conserves: channel_economics.
with totals as (
  select
    channel,
    sum(spend_cents) as spend_cents,
    sum(acquisition_cost_cents) as acquisition_cost_cents,
    sum(decayed_cents + expired_cents + no_response_cents) as waste_cents,
    sum(live_change_cents + in_flight_change_cents) as asset_cents,
    sum(orders) as orders,
    sum(new_customers) as new_customers,
    sum(returning_orders) as returning_orders,
    sum(new_acquisition_cents) as new_acquisition_cents,
    sum(contribution_2_cents) as contribution_2_cents
  from channel_economics
  group by channel
)

select
  cast(channel as varchar) as channel,
  cast(spend_cents as bigint) as spend_cents,
  cast(acquisition_cost_cents as bigint) as acquisition_cost_cents,
  cast(waste_cents as bigint) as waste_cents,
  cast(asset_cents as bigint) as asset_cents,
  cast(orders as bigint) as orders,
  cast(new_customers as bigint) as new_customers,
  cast(returning_orders as bigint) as returning_orders,
  cast((2 * acquisition_cost_cents + orders) // nullif(2 * orders, 0) as bigint)
    as cost_per_order_cents,
  cast((2 * new_acquisition_cents + new_customers) // nullif(2 * new_customers, 0) as bigint)
    as paid_cac_cents,
  cast(
    (2 * (new_acquisition_cents + waste_cents) + new_customers) // nullif(2 * new_customers, 0)
    as bigint
  ) as loaded_cac_cents,
  cast(contribution_2_cents as bigint) as contribution_2_cents,
  cast(contribution_2_cents - acquisition_cost_cents - waste_cents as bigint) as result_cents,
  contribution_2_cents - acquisition_cost_cents - waste_cents >= 0 as pays_for_itself
from totals
order by channel
