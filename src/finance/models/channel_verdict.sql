-- Grain: one row per (channel)
-- Sources: channel_economics
-- Does a channel pay for itself? Its orders' contribution 2 against what it used up: acquisition cost
-- and waste. Live clicks and money in flight are assets. Conserves: channel_economics.
with verdicts as (
  select
    channel,
    total(spend_cents) as spend_cents,
    total(acquisition_cost_cents) as acquisition_cost_cents,
    total(decayed_cents + expired_cents + no_response_cents) as waste_cents,
    total(live_change_cents + in_flight_change_cents) as asset_cents,
    total(orders) as orders,
    total(new_customers) as new_customers,
    total(returning_orders) as returning_orders,
    ratio_or_null(sum(acquisition_cost_cents), sum(orders)) as cost_per_order_cents,
    ratio_or_null(sum(spend_cents), sum(new_customers)) as paid_cac_cents,
    ratio_or_null(sum(new_acquisition_cents), sum(new_customers)) as consumed_cac_cents,
    ratio_or_null(
      sum(new_acquisition_cents + decayed_cents + expired_cents + no_response_cents),
      sum(new_customers)
    ) as loaded_cac_cents,
    total(contribution_2_cents) as contribution_2_cents,
    total(
      contribution_2_cents - acquisition_cost_cents
      - decayed_cents - expired_cents - no_response_cents
    ) as result_cents
  from channel_economics
  group by channel
)

select
  *,
  result_cents >= 0 as covers_its_cost
from verdicts
order by channel
