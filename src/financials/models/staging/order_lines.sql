-- Grain: one row per (order_id, line)
-- Sources: fct_order_events, status_rules
-- When each line of an order is booked, kept and taken back. A line is kept where the rule of the
-- order's status names an event that happened. An order that ended in nothing was booked like any
-- other until its end: what the delivered order's rule would have booked and its own rule does not
-- keep is reversed on its end date. Conserves: every order once per line.
with lines as (
  select 'commission' as line
  union all
  select 'freight' as line
  union all
  select 'payment_fee' as line
  union all
  select 'carrier' as line
  union all
  select 'operations' as line
  union all
  select 'sla_penalty' as line
),

rules as (
  select
    r.order_status,
    r.is_ended,
    l.line,
    case l.line
      when 'commission' then r.commission
      when 'freight' then r.freight
      when 'payment_fee' then r.payment_fee
      when 'carrier' then r.carrier
      when 'operations' then r.operations
      when 'sla_penalty' then r.sla_penalty
    end as event
  from status_rules as r
  cross join lines as l
),

ruled as (
  select
    r.order_status,
    r.is_ended,
    r.line,
    r.event as kept_event,
    case when r.is_ended then n.event else r.event end as booked_event
  from rules as r
  left join rules as n on n.line = r.line and n.order_status = 'delivered'
),

dated as (
  select
    e.order_id,
    e.channel,
    e.end_date,
    r.line,
    r.is_ended,
    case
      when r.line = 'sla_penalty' and not e.is_late then null
      when r.kept_event = 'approval' then e.approval_date
      when r.kept_event = 'hand_over' then e.hand_over_date
      when r.kept_event = 'delivery' then e.delivery_date
    end as kept_date,
    case
      when r.line = 'sla_penalty' and not e.is_late then null
      when r.booked_event = 'approval' then e.approval_date
      when r.booked_event = 'hand_over' then e.hand_over_date
      when r.booked_event = 'delivery' then e.delivery_date
    end as course_date
  from fct_order_events as e
  left join ruled as r on r.order_status = e.order_status
)

select
  order_id,
  channel,
  line,
  kept_date is not null as is_kept,
  coalesce(kept_date, course_date) as booked_date,
  case when kept_date is null and course_date is not null then end_date end as reversed_date
from dated
