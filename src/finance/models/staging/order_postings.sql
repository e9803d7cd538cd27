-- Grain: one row per (posting, entry_date, segment)
-- Sources: fct_recognition, fct_order_events, overdue_orders, refund_postings, profit_lines, params
-- What orders put into the journal, by channel, and on which day, those after the horizon too.
-- Acquisition cost is booked where clicks are consumed. Conserves: every line of fct_recognition.
with kept_from_sellers as (
  select
    r.order_id,
    total(l.sign * r.amount_cents) as kept_cents
  from fct_recognition as r
  inner join profit_lines as l on l.line = r.line
  where l.contra_account = 'seller_payable'
  group by r.order_id
),

postings as (
  select
    case when is_reversal then concat(line, '_reversal') else line end as posting,
    recognition_date as entry_date,
    channel as segment,
    amount_cents
  from fct_recognition
  where line <> 'acquisition_cost'

  union all

  select
    'payment' as posting,
    approval_date as entry_date,
    channel as segment,
    payment_cents as amount_cents
  from fct_order_events
  where approval_date is not null

  union all

  select
    'payment_reversal' as posting,
    end_date as entry_date,
    channel as segment,
    -payment_cents as amount_cents
  from fct_order_events
  where approval_date is not null and end_date is not null

  union all

  select
    'payout' as posting,
    e.delivery_date + cast(p.payout_delay_days as integer) as entry_date,
    e.channel as segment,
    e.payment_cents - coalesce(k.kept_cents, 0) as amount_cents
  from fct_order_events as e
  left join kept_from_sellers as k on k.order_id = e.order_id
  cross join params as p
  where e.delivery_date is not null and e.end_date is null

  union all

  select
    r.posting,
    o.overdue_date as entry_date,
    o.channel as segment,
    o.amount_cents
  from overdue_orders as o
  cross join refund_postings as r

  union all

  select
    concat(r.posting, '_reversal') as posting,
    o.delivery_date as entry_date,
    o.channel as segment,
    -o.amount_cents as amount_cents
  from overdue_orders as o
  cross join refund_postings as r
  where o.delivery_date is not null
)

select
  posting,
  entry_date,
  segment,
  total(amount_cents) as amount_cents
from postings
group by posting, entry_date, segment
