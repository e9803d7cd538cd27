-- Grain: one row per (basis, period, start_date)
-- Sources: daily_profit, pnl_cohort_daily, pnl_daily
-- The daily profit and loss rolled up to months, quarters and years, by purchase cohort and by
-- recognition date. Orders and GMV belong to the cohort, the cash result to recognition; null where
-- they do not. Conserves: every line of both.
with days as (
  select
    p.*,
    case when p.basis = 'cohort' then c.orders end as orders,
    case when p.basis = 'cohort' then c.gmv_cents end as gmv_cents,
    case when p.basis = 'recognition' then r.cash_result_cents end as cash_result_cents
  from daily_profit as p
  inner join pnl_cohort_daily as c on c.date = p.date
  inner join pnl_daily as r on r.date = p.date
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
  basis,
  period,
  start_date,
  total(orders) as orders,
  total(gmv_cents) as gmv_cents,
  total({line}_cents) as {line}_cents,
  total(contribution_after_marketing_cents) as contribution_after_marketing_cents,
  total(operating_result_cents) as operating_result_cents,
  total(cash_result_cents) as cash_result_cents
from placed
group by basis, period, start_date
order by basis, period, start_date
