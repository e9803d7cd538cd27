-- Grain: one row per (month, account)
-- Sources: months, journal_lines
-- What every account opened with, was debited and credited, and closed with; balances debit positive.
-- Conserves: closing = opening + debits - credits; all accounts of a month sum to zero.
with accounts as (
  select distinct account
  from journal_lines
),

movements as (
  select
    account,
    month_of(entry_date) as month,
    sum(case when amount_cents > 0 then amount_cents else 0 end) as debit_cents,
    -sum(case when amount_cents < 0 then amount_cents else 0 end) as credit_cents
  from journal_lines
  group by account, month_of(entry_date)
),

filled as (
  select
    m.month,
    a.account,
    coalesce(v.debit_cents, 0) as debit_cents,
    coalesce(v.credit_cents, 0) as credit_cents
  from months as m
  cross join accounts as a
  left join movements as v on v.month = m.month and v.account = a.account
),

running as (
  select
    *,
    sum(debit_cents - credit_cents) over (
      partition by account
      order by month nulls last
      rows between unbounded preceding and current row
    ) as closing_cents
  from filled
)

select
  month,
  cast(account as varchar) as account,
  cast(closing_cents - debit_cents + credit_cents as bigint) as opening_cents,
  cast(debit_cents as bigint) as debit_cents,
  cast(credit_cents as bigint) as credit_cents,
  cast(closing_cents as bigint) as closing_cents
from running
order by month, account
