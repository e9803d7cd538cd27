-- Grain: one row per (date), gapless over the horizon
-- Sources: days, journal_lines
-- The profit and loss by recognition date, read from the journal alone, and the bridge to cash: what
-- became a marketing asset was paid but is no cost yet, what is deferred was billed but is no revenue
-- yet. Own cash leaves out the money held for sellers, cash has it.
-- Conserves: every line of the journal.
with changes as (
  select
    entry_date as date,
    -sum(case when account = 'commission' then amount_cents else 0 end) as commission_cents,
    -sum(case when account = 'freight' then amount_cents else 0 end) as freight_billed_cents,
    -sum(case when account = 'subscription_revenue' then amount_cents else 0 end)
      as subscription_revenue_cents,
    sum(case when account = 'payment_fees' then amount_cents else 0 end) as payment_fee_cents,
    sum(case when account = 'carrier' then amount_cents else 0 end) as carrier_cost_cents,
    sum(case when account = 'operations' then amount_cents else 0 end) as operations_cost_cents,
    sum(case when account = 'sla_penalty' then amount_cents else 0 end) as sla_penalty_cents,
    sum(case when account = 'acquisition_cost' then amount_cents else 0 end)
      as acquisition_cost_cents,
    sum(case when account = 'marketing_decayed' then amount_cents else 0 end)
      as marketing_decayed_cents,
    sum(case when account = 'marketing_expired' then amount_cents else 0 end)
      as marketing_expired_cents,
    sum(case when account = 'marketing_no_response' then amount_cents else 0 end)
      as marketing_no_response_cents,
    sum(case when account = 'marketing_in_flight' then amount_cents else 0 end)
      as in_flight_change_cents,
    sum(case when account = 'click_inventory' then amount_cents else 0 end)
      as click_inventory_change_cents,
    -sum(case when account = 'deferred_subscription' then amount_cents else 0 end)
      as deferred_change_cents,
    -sum(case when account = 'seller_payable' then amount_cents else 0 end)
      as seller_payable_change_cents,
    sum(case when account = 'cash' then amount_cents else 0 end) as cash_change_cents
  from journal_lines
  group by entry_date
),

lines as (
  select
    d.date,
    coalesce(c.commission_cents, 0) as commission_cents,
    coalesce(c.freight_billed_cents, 0) as freight_billed_cents,
    coalesce(c.subscription_revenue_cents, 0) as subscription_revenue_cents,
    coalesce(c.payment_fee_cents, 0) as payment_fee_cents,
    coalesce(c.carrier_cost_cents, 0) as carrier_cost_cents,
    coalesce(c.operations_cost_cents, 0) as operations_cost_cents,
    coalesce(c.sla_penalty_cents, 0) as sla_penalty_cents,
    coalesce(c.acquisition_cost_cents, 0) as acquisition_cost_cents,
    coalesce(c.marketing_decayed_cents, 0) as marketing_decayed_cents,
    coalesce(c.marketing_expired_cents, 0) as marketing_expired_cents,
    coalesce(c.marketing_no_response_cents, 0) as marketing_no_response_cents,
    coalesce(c.in_flight_change_cents, 0) as in_flight_change_cents,
    coalesce(c.click_inventory_change_cents, 0) as click_inventory_change_cents,
    coalesce(c.deferred_change_cents, 0) as deferred_change_cents,
    coalesce(c.seller_payable_change_cents, 0) as seller_payable_change_cents,
    coalesce(c.cash_change_cents, 0) as cash_change_cents
  from days as d
  left join changes as c on c.date = d.date
)

select
  date,
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
  ) as net_profit_cents,
  cast(in_flight_change_cents as bigint) as in_flight_change_cents,
  cast(click_inventory_change_cents as bigint) as click_inventory_change_cents,
  cast(deferred_change_cents as bigint) as deferred_change_cents,
  cast(cash_change_cents - seller_payable_change_cents as bigint) as cash_result_cents,
  cast(seller_payable_change_cents as bigint) as seller_payable_change_cents,
  cast(cash_change_cents as bigint) as cash_change_cents
from lines
order by date
