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
    m.month,
    a.account,
    total(greatest(j.amount_cents, 0)) as debit_cents,
    -total(least(j.amount_cents, 0)) as credit_cents
  from months as m
  cross join accounts as a
  left join journal_lines as j on j.account = a.account and month_of(j.entry_date) = m.month
  group by m.month, a.account
),

running as (
  select
    *,
    cast(
      sum(debit_cents - credit_cents) over (partition by account order by month nulls last) as bigint
    ) as closing_cents
  from movements
)

select
  month,
  account,
  closing_cents - debit_cents + credit_cents as opening_cents,
  debit_cents,
  credit_cents,
  closing_cents
from running
order by month, account
