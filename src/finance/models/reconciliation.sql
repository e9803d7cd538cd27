-- Grain: one row per (line_no)
-- Sources: profit_lines, daily_lines, fct_recognition, pnl_cohort_daily, pnl_daily, trial_balance,
-- balance_accounts, days
-- Three ways to the same result: by purchase cohort (facts), by recognition date (journal), in cash
-- (journal). Profit up, cost negative. Not yet recognised: what stands in the facts and is dated after
-- the books closed. Timing: what is owed for a line or was billed ahead of it stands beside it; marketing
-- assets, advertising owed and payments on their way have rows of their own.
-- Conserves: cohort = recognised + not yet recognised; recognised + timing = own cash.
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
  group by r.line
),

balances as (
  select
    a.account,
    a.kind,
    coalesce(total(b.credit_cents - b.debit_cents), 0) as timing_cents
  from balance_accounts as a
  left join trial_balance as b on b.account = a.account
  group by a.account, a.kind
),

others as (
  select
    case
      when kind = 'marketing' then 1000
      when kind = 'owed' then 1001
      else 1002
    end as line_no,
    case
      when kind = 'marketing' then 'marketing_assets'
      when kind = 'owed' then 'advertising_owed'
      else 'payments_on_their_way'
    end as line,
    timing_cents
  from balances
  where kind in ('marketing', 'receivable') or account = 'advertising_payable'
),

lines as (
  select
    l.section_no,
    l.line_no,
    l.line,
    l.sign * coalesce(s.cohort_cents, 0) as cohort_cents,
    l.sign * coalesce(p.unrecognised_cents, 0) as unrecognised_cents,
    l.sign * coalesce(s.recognised_cents, 0) as recognised_cents,
    case when b.kind in ('owed', 'deferred') then b.timing_cents else 0 end as timing_cents
  from profit_lines as l
  left join sums as s on s.line = l.line
  left join late as p on p.line = l.line
  left join balances as b on b.account = l.contra_account

  union all

  select
    4 as section_no,
    line_no,
    line,
    0 as cohort_cents,
    0 as unrecognised_cents,
    0 as recognised_cents,
    total(timing_cents) as timing_cents
  from others
  group by line_no, line
),

booked as (
  select
    total(contribution_after_marketing_cents) as contribution_cents,
    total(operating_result_cents) as operating_cents,
    total(cash_result_cents) as cash_cents
  from pnl_daily
),

cohort as (
  select
    total(contribution_after_marketing_cents) as contribution_cents,
    total(operating_result_cents) as operating_cents
  from pnl_cohort_daily
),

totals as (
  select
    4 as section_no,
    2000 as line_no,
    'contribution_after_marketing' as line,
    c.contribution_cents as cohort_cents,
    b.contribution_cents as recognised_cents,
    b.cash_cents + b.contribution_cents - b.operating_cents as cash_cents
  from cohort as c
  cross join booked as b

  union all

  select
    5 as section_no,
    2000 as line_no,
    'operating_result' as line,
    c.operating_cents as cohort_cents,
    b.operating_cents as recognised_cents,
    b.cash_cents
  from cohort as c
  cross join booked as b
),

with_totals as (
  select *, recognised_cents + timing_cents as cash_cents from lines

  union all

  select
    t.section_no,
    t.line_no,
    t.line,
    t.cohort_cents,
    total(l.unrecognised_cents) as unrecognised_cents,
    t.recognised_cents,
    total(l.timing_cents) as timing_cents,
    t.cash_cents
  from totals as t
  inner join lines as l on l.section_no <= t.section_no
  group by
    t.section_no, t.line_no, t.line, t.cohort_cents, t.recognised_cents, t.cash_cents
),

placed as (
  select
    *,
    row_number() over (
      order by case when section_no <= 4 then 4 else 5 end nulls last, line_no nulls last
    ) as place
  from with_totals
)

select
  cast(place as integer) as line_no,
  line,
  cohort_cents,
  unrecognised_cents,
  recognised_cents,
  timing_cents,
  cash_cents,
  cohort_cents - unrecognised_cents - recognised_cents as cohort_residual_cents,
  recognised_cents + timing_cents - cash_cents as cash_residual_cents
from placed
order by line_no
