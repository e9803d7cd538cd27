-- Grain: one row per (payment_type, due_month)
-- Sources: settlements, days
-- What acquirers owe when the books close, by the month in which it is due: payments approved and not
-- settled, less the fees booked that are still to be taken off. Conserves: the closing balance of
-- acquirer_receivable.
with horizon as (
  select max(date) as last_date
  from days
),

open as (
  select
    s.payment_type,
    month_of(s.due_date) as due_month,
    case when s.approval_date <= h.last_date then s.payment_cents else 0 end as payment_cents,
    case when s.fee_date <= h.last_date then s.fee_cents else 0 end as fee_cents,
    case
      when s.due_date <= h.last_date or s.end_date <= h.last_date
        then s.payment_cents - s.fee_cents
      else 0
    end as settled_cents
  from settlements as s
  cross join horizon as h
),

months as (
  select
    payment_type,
    due_month,
    total(payment_cents - fee_cents - settled_cents) as receivable_cents
  from open
  group by payment_type, due_month
)

select payment_type, due_month, receivable_cents
from months
where receivable_cents <> 0
order by payment_type, due_month
