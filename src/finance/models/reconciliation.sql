-- Grain: one row per (line_no)
-- Sources: pnl_cohort_daily, pnl_daily, order_postings, posting_rules, days
-- Three ways to the same result: by purchase cohort (facts), by recognition date (journal), in cash
-- (journal). Profit up, cost negative. Not yet recognised: what stands in the facts and is dated after
-- the books closed. Timing: marketing assets paid and no cost yet, subscriptions billed and no revenue
-- yet. Conserves: cohort = recognised + not yet recognised; recognised + timing = own cash.
with horizon as (
  select max(date) as last_date
  from days
),

late_postings as (
  select
    r.pnl_line,
    sum(p.amount_cents) as amount_cents
  from order_postings as p
  inner join posting_rules as r on r.posting = p.posting
  cross join horizon as h
  where p.entry_date > h.last_date
  group by r.pnl_line
),

cohort as (
  select
    sum(commission_cents) as commission_cents,
    sum(freight_billed_cents) as freight_billed_cents,
    sum(subscription_revenue_cents) as subscription_revenue_cents,
    sum(payment_fee_cents) as payment_fee_cents,
    sum(carrier_cost_cents) as carrier_cost_cents,
    sum(operations_cost_cents) as operations_cost_cents,
    sum(sla_penalty_cents) as sla_penalty_cents,
    sum(acquisition_cost_cents) as acquisition_cost_cents,
    sum(marketing_decayed_cents) as marketing_decayed_cents,
    sum(marketing_expired_cents) as marketing_expired_cents,
    sum(marketing_no_response_cents) as marketing_no_response_cents,
    sum(net_profit_cents) as net_profit_cents
  from pnl_cohort_daily
),

booked as (
  select
    sum(commission_cents) as commission_cents,
    sum(freight_billed_cents) as freight_billed_cents,
    sum(subscription_revenue_cents) as subscription_revenue_cents,
    sum(payment_fee_cents) as payment_fee_cents,
    sum(carrier_cost_cents) as carrier_cost_cents,
    sum(operations_cost_cents) as operations_cost_cents,
    sum(sla_penalty_cents) as sla_penalty_cents,
    sum(acquisition_cost_cents) as acquisition_cost_cents,
    sum(marketing_decayed_cents) as marketing_decayed_cents,
    sum(marketing_expired_cents) as marketing_expired_cents,
    sum(marketing_no_response_cents) as marketing_no_response_cents,
    sum(net_profit_cents) as net_profit_cents,
    sum(in_flight_change_cents + click_inventory_change_cents) as marketing_assets_cents,
    sum(deferred_change_cents) as deferred_cents,
    sum(cash_result_cents) as cash_result_cents
  from pnl_daily
),

lines as (
  select 1 as line_no, 'commission' as line, c.commission_cents as cohort_cents,
    b.commission_cents as recognised_cents, 0 as timing_cents
  from cohort as c cross join booked as b
  union all
  select 2, 'freight_billed', c.freight_billed_cents, b.freight_billed_cents, 0
  from cohort as c cross join booked as b
  union all
  select 3, 'subscription_revenue', c.subscription_revenue_cents, b.subscription_revenue_cents,
    b.deferred_cents
  from cohort as c cross join booked as b
  union all
  select 4, 'payment_fee', -c.payment_fee_cents, -b.payment_fee_cents, 0
  from cohort as c cross join booked as b
  union all
  select 5, 'carrier_cost', -c.carrier_cost_cents, -b.carrier_cost_cents, 0
  from cohort as c cross join booked as b
  union all
  select 6, 'operations_cost', -c.operations_cost_cents, -b.operations_cost_cents, 0
  from cohort as c cross join booked as b
  union all
  select 7, 'sla_penalty', -c.sla_penalty_cents, -b.sla_penalty_cents, 0
  from cohort as c cross join booked as b
  union all
  select 8, 'acquisition_cost', -c.acquisition_cost_cents, -b.acquisition_cost_cents, 0
  from cohort as c cross join booked as b
  union all
  select 9, 'marketing_decayed', -c.marketing_decayed_cents, -b.marketing_decayed_cents, 0
  from cohort as c cross join booked as b
  union all
  select 10, 'marketing_expired', -c.marketing_expired_cents, -b.marketing_expired_cents, 0
  from cohort as c cross join booked as b
  union all
  select 11, 'marketing_no_response', -c.marketing_no_response_cents,
    -b.marketing_no_response_cents, 0
  from cohort as c cross join booked as b
  union all
  select 12, 'marketing_assets', 0, 0, -b.marketing_assets_cents
  from booked as b
),

with_late as (
  select
    l.line_no,
    l.line,
    l.cohort_cents,
    case when l.line in ('commission', 'freight_billed') then 1 else -1 end
      * coalesce(p.amount_cents, 0) as unrecognised_cents,
    l.recognised_cents,
    l.timing_cents,
    l.recognised_cents + l.timing_cents as cash_cents
  from lines as l
  left join late_postings as p on p.pnl_line = l.line
),

totals as (
  select
    13 as line_no,
    'net_profit' as line,
    min(c.net_profit_cents) as cohort_cents,
    sum(w.unrecognised_cents) as unrecognised_cents,
    min(b.net_profit_cents) as recognised_cents,
    sum(w.timing_cents) as timing_cents,
    min(b.cash_result_cents) as cash_cents
  from with_late as w
  cross join cohort as c
  cross join booked as b
),

everything as (
  select * from with_late
  union all
  select * from totals
)

select
  cast(line_no as integer) as line_no,
  cast(line as varchar) as line,
  cast(cohort_cents as bigint) as cohort_cents,
  cast(unrecognised_cents as bigint) as unrecognised_cents,
  cast(recognised_cents as bigint) as recognised_cents,
  cast(timing_cents as bigint) as timing_cents,
  cast(cash_cents as bigint) as cash_cents,
  cast(cohort_cents - unrecognised_cents - recognised_cents as bigint) as cohort_residual_cents,
  cast(recognised_cents + timing_cents - cash_cents as bigint) as cash_residual_cents
from everything
order by line_no
