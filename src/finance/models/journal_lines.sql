-- Grain: one row per (entry_id, account)
-- Sources: order_postings, daily_postings, cash_postings, posting_rules, days
-- The books of the horizon in double entry: debits positive, credits negative. An entry is one event
-- of one segment (a channel or a subscription plan) on one day. Nothing is ever changed: a
-- cancellation is a reversal on its own date. The books close on the last day of the horizon.
-- Conserves: every entry sums to zero.
with horizon as (
  select max(date) as last_date
  from days
),

postings as (
  select posting, entry_date, segment, amount_cents from order_postings
  union all
  select posting, entry_date, segment, amount_cents from daily_postings
  union all
  select posting, entry_date, segment, amount_cents from cash_postings
),

posted as (
  select
    p.posting,
    p.entry_date,
    p.segment,
    total(p.amount_cents) as amount_cents
  from postings as p
  cross join horizon as h
  where p.entry_date <= h.last_date
  group by p.posting, p.entry_date, p.segment
  having total(p.amount_cents) <> 0
),

booked as (
  select
    p.entry_date,
    p.segment,
    p.amount_cents,
    r.event,
    r.debit_account,
    r.credit_account,
    r.source
  from posted as p
  inner join posting_rules as r on r.posting = p.posting
),

sides as (
  select entry_date, event, segment, debit_account as account, amount_cents, source
  from booked
  union all
  select entry_date, event, segment, credit_account as account, -amount_cents as amount_cents, source
  from booked
)

select
  concat(cast(entry_date as varchar), ':', event, ':', segment) as entry_id,
  entry_date,
  event,
  segment,
  account,
  total(amount_cents) as amount_cents,
  min(source) as source
from sides
group by entry_date, event, segment, account
order by entry_id, account
