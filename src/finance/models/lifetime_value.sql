-- Grain: one row per (channel), and one of 'all'
-- Sources: acquisition_cohorts, customer_cohorts
-- What new customers brought in over twelve months against what it cost to win them, waste included:
-- only of cohorts whose twelve months the data holds (complete), beside how many customers those are.
-- Payback: months until the cumulated contribution of those cohorts covers their cost, 0 within the
-- first month, null while it does not. Conserves: new customers of acquisition_cohorts.
with cohorts as (
  select channel as name, * from acquisition_cohorts
  union all
  select 'all' as name, * from acquisition_cohorts
),

totals as (
  select
    name,
    total(new_customers) as new_customers,
    coalesce(total(case when is_complete then new_customers end), 0) as complete_customers,
    total(case when is_complete then contribution_12m_cents end) as contribution_cents,
    total(case when is_complete then loaded_cost_cents end) as cost_cents
  from cohorts
  group by name
),

months_in as (
  select
    c.name,
    r.months_since,
    total(r.cumulated_cents) as cumulated_cents
  from cohorts as c
  inner join customer_cohorts as r
    on r.channel = c.channel and r.cohort_month = c.cohort_month
  where c.is_complete and r.months_since < 12
  group by c.name, r.months_since
),

paid_back as (
  select
    t.name,
    min(m.months_since) as payback_months
  from totals as t
  inner join months_in as m on m.name = t.name
  where m.cumulated_cents >= t.cost_cents
  group by t.name
)

select
  t.name as channel,
  t.new_customers,
  t.complete_customers,
  bps_or_null(t.complete_customers, t.new_customers) as complete_bps,
  ratio_or_null(t.contribution_cents, t.complete_customers) as ltv_12m_cents,
  ratio_or_null(t.cost_cents, t.complete_customers) as loaded_cac_cents,
  bps_or_null(t.contribution_cents, t.cost_cents) as ltv_to_cac_bps,
  cast(p.payback_months as integer) as payback_months
from totals as t
left join paid_back as p on p.name = t.name
order by channel
