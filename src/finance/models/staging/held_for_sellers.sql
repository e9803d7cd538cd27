-- Grain: one row per (order_id)
-- Sources: fct_order_events, fct_recognition, profit_lines
-- What of an order's payments is held for its seller: in the end, and on the day it is overdue, from when
-- on it is owed to the buyer until the order is delivered after all.
-- Conserves: what is paid = what is held + what the lines against seller_payable keep.
with kept as (
  select
    e.order_id,
    total(l.sign * r.amount_cents) as kept_cents,
    total(case when r.recognition_date <= e.overdue_date then l.sign * r.amount_cents else 0 end)
      as kept_when_overdue_cents
  from fct_order_events as e
  inner join fct_recognition as r on r.order_id = e.order_id
  inner join profit_lines as l on l.line = r.line
  where l.contra_account = 'seller_payable'
  group by e.order_id
)

select
  e.order_id,
  e.channel,
  e.delivery_date,
  e.end_date,
  e.overdue_date,
  e.payment_cents - coalesce(k.kept_cents, 0) as held_cents,
  e.payment_cents - coalesce(k.kept_when_overdue_cents, 0) as held_when_overdue_cents
from fct_order_events as e
left join kept as k on k.order_id = e.order_id
