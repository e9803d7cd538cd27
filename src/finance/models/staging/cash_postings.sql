-- Grain: one row per movement of an order, or of a day where it has no order
-- Sources: settlements, order_kept, fct_recognition, fct_order_events, order_postings, daily_postings,
-- posting_rules, payment_terms, params
-- When money moves that the acquirer owes, or that is owed to carriers and for advertising, after the
-- horizon too. When an order ends, what was settled of it goes back, with the fee that the acquirer
-- keeps, and what is not yet settled never comes. Conserves: what is booked as owed.
with ended as (
  select
    ended_order_id,
    end_date,
    channel,
    total(case when due_date < end_date then payment_cents - fee_cents else 0 end) as settled_cents
  from settlements
  where end_date is not null
  group by ended_order_id, end_date, channel
),

accrued as (
  select posting, entry_date, segment, amount_cents from order_postings
  union all
  select posting, entry_date, segment, amount_cents from daily_postings
)

select
  'settlement' as posting,
  due_date as entry_date,
  channel as segment,
  total(payment_cents - fee_cents) as amount_cents
from settlements
where end_date is null or due_date < end_date
group by due_date, channel

union all

select
  'settlement_reversal' as posting,
  e.end_date as entry_date,
  e.channel as segment,
  -e.settled_cents - coalesce(f.kept_fee_cents, 0) as amount_cents
from ended as e
left join order_kept as f on f.order_id = e.ended_order_id

union all

select
  'refund_cost_paid' as posting,
  r.recognition_date as entry_date,
  r.channel as segment,
  r.amount_cents
from fct_recognition as r
inner join fct_order_events as e on e.order_id = r.order_id
cross join params as p
where
  r.line = 'refund_cost'
  and (e.end_date is not null or p.undelivered_rule = 'refund')

union all

select
  t.posting,
  a.entry_date + cast(t.days as integer) as entry_date,
  a.segment,
  a.amount_cents
from accrued as a
inner join posting_rules as r on r.posting = a.posting
inner join payment_terms as t on t.account = r.credit_account
