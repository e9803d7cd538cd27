-- Grain: one row per (channel, cohort_month)
-- Sources: order_results, channel_economics, customer_cohorts
-- What it cost a channel to win the new customers of a month, and what they brought in since. Paid:
-- the acquisition cost of their first orders; loaded: with the channel's waste of that month. Payback:
-- months until the cumulated contribution covers the loaded cost, 0 within the first month, null while
-- it does not. The first twelve months are complete only where the data reaches that far.
-- Conserves: new customers of channel_economics.
with won as (
  select
    channel,
    month,
    count(*) as new_customers,
    total(acquisition_cost_cents) as paid_cost_cents
  from order_results
  where is_new_customer
  group by channel, month
),

costs as (
  select
    w.channel,
    w.month as cohort_month,
    w.new_customers,
    w.paid_cost_cents,
    w.paid_cost_cents + e.decayed_cents + e.expired_cents + e.no_response_cents
      as loaded_cost_cents
  from won as w
  left join channel_economics as e on e.channel = w.channel and e.month = w.month
),

returns as (
  select
    c.channel,
    c.cohort_month,
    max(r.months_since) + 1 as months_seen,
    total(case when r.months_since < 12 then r.contribution_2_cents - r.repeat_acquisition_cents
      else 0 end) as contribution_12m_cents,
    min(case when r.cumulated_cents >= c.loaded_cost_cents then r.months_since end)
      as payback_months
  from costs as c
  inner join customer_cohorts as r
    on r.channel = c.channel and r.cohort_month = c.cohort_month
  group by c.channel, c.cohort_month
)

select
  c.channel,
  c.cohort_month,
  c.new_customers,
  c.paid_cost_cents,
  c.loaded_cost_cents,
  r.contribution_12m_cents,
  ratio_or_null(r.contribution_12m_cents, c.new_customers)
    as contribution_12m_per_customer_cents,
  cast(r.payback_months as integer) as payback_months,
  cast(r.months_seen as integer) as months_seen,
  r.months_seen >= 12 as is_complete
from costs as c
left join returns as r on r.channel = c.channel and r.cohort_month = c.cohort_month
order by c.channel, c.cohort_month
