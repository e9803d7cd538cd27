-- Grain: one row per (posting, entry_date, segment)
-- Sources: fct_recognition, fct_order_events, held_for_sellers, refund_postings, params
-- What orders put into the journal, by channel, and on which day, those after the horizon too.
-- Acquisition cost is booked where clicks are consumed. Conserves: every line of fct_recognition.
with postings as (
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
    e.held_cents as amount_cents
  from held_for_sellers as e
  cross join params as p
  where e.delivery_date is not null and e.end_date is null

  union all

  select
    r.posting,
    o.overdue_date as entry_date,
    o.channel as segment,
    o.held_when_overdue_cents as amount_cents
  from held_for_sellers as o
  cross join refund_postings as r
  where o.overdue_date is not null

  union all

  select
    concat(r.posting, '_reversal') as posting,
    o.delivery_date as entry_date,
    o.channel as segment,
    -o.held_when_overdue_cents as amount_cents
  from held_for_sellers as o
  cross join refund_postings as r
  where o.overdue_date is not null and o.delivery_date is not null
)

select
  posting,
  entry_date,
  segment,
  total(amount_cents) as amount_cents
from postings
group by posting, entry_date, segment
