-- Grain: one row per (order_id)
-- Sources: fct_order_events, order_kept
-- What of an order's payments is held for its seller: in the end, and on the day it is overdue, from when
-- on it is owed to the buyer until the order is delivered after all.
-- Conserves: what is paid = what is held + what the lines against seller_payable keep.
select
  e.order_id,
  e.channel,
  e.delivery_date,
  e.end_date,
  e.overdue_date,
  e.payment_cents - coalesce(k.kept_cents, 0) as held_cents,
  e.payment_cents - coalesce(k.kept_when_overdue_cents, 0) as held_when_overdue_cents
from fct_order_events as e
left join order_kept as k on k.order_id = e.order_id
