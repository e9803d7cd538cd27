-- Grain: one row per (order_id)
-- Sources: fct_order_events, fct_recognition, profit_lines
-- What of an overdue order is held for its seller on the day it is overdue: it is owed to the buyer from
-- then on, until the order is delivered after all.
with kept as (
  select
    e.order_id,
    total(l.sign * r.amount_cents) as kept_cents
  from fct_order_events as e
  inner join fct_recognition as r on r.order_id = e.order_id
  inner join profit_lines as l on l.line = r.line
  where l.contra_account = 'seller_payable' and r.recognition_date <= e.overdue_date
  group by e.order_id
)

select
  e.order_id,
  e.channel,
  e.overdue_date,
  e.delivery_date,
  e.payment_cents - coalesce(k.kept_cents, 0) as amount_cents
from fct_order_events as e
left join kept as k on k.order_id = e.order_id
where e.overdue_date is not null
