-- Grain: one row per (line_no)
-- Sources: profit_lines, daily_lines, fct_recognition, pnl_cohort_daily, pnl_daily, days
-- Three ways to the same result: by purchase cohort (facts), by recognition date (journal), in cash
-- (journal). Profit up, cost negative. Not yet recognised: what stands in the facts and is dated after
-- the books closed. Timing: marketing assets paid and no cost yet, subscriptions billed and no revenue
-- yet. Conserves: cohort = recognised + not yet recognised; recognised + timing = own cash.
with horizon as (
  select max(date) as last_date
  from days
),

sums as (
  select
    line,
    total(case when basis = 'cohort' then amount_cents else 0 end) as cohort_cents,
    total(case when basis = 'recognition' then amount_cents else 0 end) as recognised_cents
  from daily_lines
  group by line
),

late as (
  select
    r.line,
    total(r.amount_cents) as unrecognised_cents
  from fct_recognition as r
  inner join horizon as h on r.recognition_date > h.last_date
  where r.line <> 'acquisition_cost'
  group by r.line
),

cash as (
  select
    total(deferred_change_cents) as deferred_cents,
    -total(in_flight_change_cents + click_inventory_change_cents) as marketing_assets_cents,
    total(net_profit_cents) as recognised_cents,
    total(cash_result_cents) as cash_cents
  from pnl_daily
),

lines as (
  select
    l.line_no,
    l.line,
    l.sign * coalesce(s.cohort_cents, 0) as cohort_cents,
    l.sign * coalesce(p.unrecognised_cents, 0) as unrecognised_cents,
    l.sign * coalesce(s.recognised_cents, 0) as recognised_cents,
    case when l.line = 'subscription_revenue' then c.deferred_cents else 0 end as timing_cents
  from profit_lines as l
  left join sums as s on s.line = l.line
  left join late as p on p.line = l.line
  cross join cash as c

  union all

  select
    max(l.line_no) + 1 as line_no,
    'marketing_assets' as line,
    0 as cohort_cents,
    0 as unrecognised_cents,
    0 as recognised_cents,
    min(c.marketing_assets_cents) as timing_cents
  from profit_lines as l
  cross join cash as c
),

cohort as (
  select total(net_profit_cents) as cohort_cents
  from pnl_cohort_daily
),

with_total as (
  select *, recognised_cents + timing_cents as cash_cents from lines

  union all

  select
    max(l.line_no) + 1 as line_no,
    'net_profit' as line,
    min(o.cohort_cents) as cohort_cents,
    sum(l.unrecognised_cents) as unrecognised_cents,
    min(c.recognised_cents) as recognised_cents,
    sum(l.timing_cents) as timing_cents,
    min(c.cash_cents) as cash_cents
  from lines as l
  cross join cohort as o
  cross join cash as c
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
from with_total
order by line_no
