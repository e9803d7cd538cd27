-- Grain: one row per (order_id)
-- Sources: fct_order_events, status_rules
-- The day on which each line of an order stands, by the rule of its status; null where the rule says
-- never or its event has not happened. Conserves: every order, once.
with ruled as (
  select
    e.order_id,
    e.is_late,
    e.approval_date,
    e.hand_over_date,
    e.delivery_date,
    r.commission,
    r.freight,
    r.payment_fee,
    r.carrier,
    r.operations,
    r.sla_penalty
  from fct_order_events as e
  left join status_rules as r on r.order_status = e.order_status
)

select
  order_id,
  case commission
    when 'approval' then approval_date
    when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date
  end as commission_date,
  case freight
    when 'approval' then approval_date
    when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date
  end as freight_date,
  case payment_fee
    when 'approval' then approval_date
    when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date
  end as payment_fee_date,
  case carrier
    when 'approval' then approval_date
    when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date
  end as carrier_date,
  case operations
    when 'approval' then approval_date
    when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date
  end as operations_date,
  case when is_late then case sla_penalty
    when 'approval' then approval_date
    when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date
  end end as sla_penalty_date
from ruled
