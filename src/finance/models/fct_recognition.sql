-- Grain: one row per (order_id, order_item_id, line, is_reversal)
-- Sources: fct_order_events, item_amounts, line_rules
-- What orders earn and cost, line by line, each on the day it is recognised, those after the horizon
-- too: the day of the event on which the order's status lets the line stand. An order that ended in
-- nothing was booked like any other until its end: what it does not keep is recognised all the same,
-- and reversed, negative, on the day it ended; the cost of refunding an overdue order on the day it was
-- delivered after all. Item 0: what belongs to an order without items. Amounts
-- of 0 have no row.
with arising as (
  select
    max({order_line}_cents <> 0) as {order_line},
    count(*) as parts
  from item_amounts
),

kinds as (
  select false as is_reversal
  union all
  select true as is_reversal
),

rules as (
  select r.*
  from line_rules as r
  cross join arising as a
  where
    case r.line
      when '{order_line}' then a.{order_line}
    end
),

parts as (
  select
    a.order_id,
    a.order_item_id,
    a.{order_line}_cents,
    e.order_status,
    e.is_late,
    e.purchase_date,
    e.approval_date,
    e.hand_over_date,
    e.delivery_date,
    e.end_date,
    e.overdue_date,
    e.channel
  from item_amounts as a
  inner join fct_order_events as e on e.order_id = a.order_id
),

amounts as (
  select
    p.order_id,
    p.order_item_id,
    r.line,
    p.purchase_date,
    case
      when r.stands_on = 'purchase' then p.purchase_date
      when r.stands_on = 'approval' then p.approval_date
      when r.stands_on = 'hand_over' then p.hand_over_date
      when r.stands_on = 'delivery' then p.delivery_date
      when r.stands_on = 'end' then p.end_date
    end as standing_date,
    case
      when r.line = 'refund_cost' and p.overdue_date is not null then p.overdue_date
      when r.booked_on = 'approval' then p.approval_date
      when r.booked_on = 'hand_over' then p.hand_over_date
      when r.booked_on = 'delivery' then p.delivery_date
      when r.booked_on = 'end' then p.end_date
    end as booking_date,
    coalesce(p.end_date, p.delivery_date) as end_date,
    p.channel,
    case r.line
      when '{order_line}' then p.{order_line}_cents
    end as line_cents
  from parts as p
  inner join rules as r on r.order_status = p.order_status
  where p.is_late or not r.only_late
),

entries as (
  select
    a.*,
    k.is_reversal,
    case when k.is_reversal then a.end_date else coalesce(a.standing_date, a.booking_date) end
      as recognition_date,
    case when k.is_reversal then -a.line_cents else a.line_cents end as amount_cents
  from amounts as a
  cross join kinds as k
  where
    a.line_cents <> 0
    and (not k.is_reversal or (a.standing_date is null and a.booking_date is not null))
)

select
  order_id,
  cast(order_item_id as integer) as order_item_id,
  line,
  is_reversal,
  purchase_date,
  recognition_date,
  channel,
  cast(amount_cents as bigint) as amount_cents
from entries
where recognition_date is not null
