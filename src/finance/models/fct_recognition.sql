-- Grain: one row per (order_id, order_item_id, line, is_reversal)
-- Sources: fct_order_events, line_rules, item_amounts
-- What orders earn and cost, line by line, each on the day it is recognised, those after the horizon
-- too: the day of the event on which the order's status lets the line stand. An order that ended in
-- nothing was booked like any other until its end: what it does not keep is recognised all the same,
-- and reversed, negative, on the day it ended. Item 0: what belongs to an order without items. Amounts
-- of 0 have no row.
with recognition_dates as (
  select
    e.order_id,
    e.purchase_date,
    e.end_date,
    e.channel,
    r.line,
    case r.stands_on
      when 'purchase' then e.purchase_date
      when 'approval' then e.approval_date
      when 'hand_over' then e.hand_over_date
      when 'delivery' then e.delivery_date
    end as standing_date,
    case r.booked_on
      when 'approval' then e.approval_date
      when 'hand_over' then e.hand_over_date
      when 'delivery' then e.delivery_date
    end as booking_date
  from fct_order_events as e
  inner join line_rules as r on r.order_status = e.order_status
  where e.is_late or not r.only_late
),

entries as (
  select
    *,
    false as is_reversal,
    1 as sign,
    coalesce(standing_date, booking_date) as recognition_date
  from recognition_dates
  where coalesce(standing_date, booking_date) is not null

  union all

  select
    *,
    true as is_reversal,
    -1 as sign,
    end_date as recognition_date
  from recognition_dates
  where standing_date is null and booking_date is not null and end_date is not null
),

amounts as (
  select
    d.*,
    a.order_item_id,
    case d.line
      when '{order_line}' then a.{order_line}_cents
    end as line_cents
  from entries as d
  inner join item_amounts as a on a.order_id = d.order_id
)

select
  order_id,
  cast(order_item_id as integer) as order_item_id,
  cast(line as varchar) as line,
  is_reversal,
  purchase_date,
  recognition_date,
  channel,
  cast(sign * line_cents as bigint) as amount_cents
from amounts
where line_cents <> 0
