-- Grain: one row per (basis, period, start_date)
-- Sources: pnl_cohort_daily, pnl_daily
-- The daily profit and loss rolled up to months, quarters and years, by purchase cohort and by
-- recognition date. Orders and GMV belong to the cohort, the cash result to recognition; null where
-- they do not. Conserves: every line of both.
with days as (
  select
    'cohort' as basis,
    date,
    orders,
    gmv_cents,
    commission_cents,
    freight_billed_cents,
    subscription_revenue_cents,
    payment_fee_cents,
    carrier_cost_cents,
    operations_cost_cents,
    sla_penalty_cents,
    acquisition_cost_cents,
    marketing_decayed_cents,
    marketing_expired_cents,
    marketing_no_response_cents,
    net_profit_cents,
    null as cash_result_cents
  from pnl_cohort_daily

  union all

  select
    'recognition' as basis,
    date,
    null as orders,
    null as gmv_cents,
    commission_cents,
    freight_billed_cents,
    subscription_revenue_cents,
    payment_fee_cents,
    carrier_cost_cents,
    operations_cost_cents,
    sla_penalty_cents,
    acquisition_cost_cents,
    marketing_decayed_cents,
    marketing_expired_cents,
    marketing_no_response_cents,
    net_profit_cents,
    cash_result_cents
  from pnl_daily
),

periods as (
  select 'month' as period
  union all
  select 'quarter' as period
  union all
  select 'year' as period
),

placed as (
  select
    d.*,
    p.period,
    case p.period
      when 'month' then cast(date_trunc('month', d.date) as date)
      when 'quarter' then cast(date_trunc('quarter', d.date) as date)
      when 'year' then cast(date_trunc('year', d.date) as date)
    end as start_date
  from days as d
  cross join periods as p
)

select
  cast(basis as varchar) as basis,
  cast(period as varchar) as period,
  start_date,
  cast(sum(orders) as bigint) as orders,
  cast(sum(gmv_cents) as bigint) as gmv_cents,
  cast(sum(commission_cents) as bigint) as commission_cents,
  cast(sum(freight_billed_cents) as bigint) as freight_billed_cents,
  cast(sum(subscription_revenue_cents) as bigint) as subscription_revenue_cents,
  cast(sum(payment_fee_cents) as bigint) as payment_fee_cents,
  cast(sum(carrier_cost_cents) as bigint) as carrier_cost_cents,
  cast(sum(operations_cost_cents) as bigint) as operations_cost_cents,
  cast(sum(sla_penalty_cents) as bigint) as sla_penalty_cents,
  cast(sum(acquisition_cost_cents) as bigint) as acquisition_cost_cents,
  cast(sum(marketing_decayed_cents) as bigint) as marketing_decayed_cents,
  cast(sum(marketing_expired_cents) as bigint) as marketing_expired_cents,
  cast(sum(marketing_no_response_cents) as bigint) as marketing_no_response_cents,
  cast(sum(net_profit_cents) as bigint) as net_profit_cents,
  cast(sum(cash_result_cents) as bigint) as cash_result_cents
from placed
group by basis, period, start_date
order by basis, period, start_date
