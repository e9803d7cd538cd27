-- Grain: one row per (order_id)
-- Sources: fct_order_events, status_rules
-- The day on which each line of an order stands by the rule of its status; null where the rule says
-- never or its event has not happened. An order that ended in nothing was booked like any other until
-- its end: `..._taken_back` is the day on which the delivered order's rule would have booked a line that
-- its own rule does not let stand. Conserves: every order, once.
with ruled as (
  select
    e.order_id,
    e.channel,
    e.approval_date,
    e.hand_over_date,
    e.delivery_date,
    e.end_date,
    r.commission,
    r.freight,
    r.payment_fee,
    r.carrier,
    r.operations,
    case when e.is_late then r.sla_penalty else 'never' end as sla_penalty,
    case when r.is_ended then n.commission else 'never' end as commission_course,
    case when r.is_ended then n.freight else 'never' end as freight_course,
    case when r.is_ended then n.payment_fee else 'never' end as payment_fee_course,
    case when r.is_ended then n.carrier else 'never' end as carrier_course,
    case when r.is_ended then n.operations else 'never' end as operations_course,
    case when r.is_ended and e.is_late then n.sla_penalty else 'never' end as sla_penalty_course
  from fct_order_events as e
  left join status_rules as r on r.order_status = e.order_status
  left join status_rules as n on n.order_status = 'delivered'
),

dated as (
  select
    *,
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
    case sla_penalty
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as sla_penalty_date,
    case commission_course
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as commission_course_date,
    case freight_course
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as freight_course_date,
    case payment_fee_course
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as payment_fee_course_date,
    case carrier_course
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as carrier_course_date,
    case operations_course
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as operations_course_date,
    case sla_penalty_course
      when 'approval' then approval_date
      when 'hand_over' then hand_over_date
      when 'delivery' then delivery_date
    end as sla_penalty_course_date
  from ruled
)

select
  order_id,
  channel,
  end_date,
  commission_date,
  freight_date,
  payment_fee_date,
  carrier_date,
  operations_date,
  sla_penalty_date,
  case when commission_date is null then commission_course_date end as commission_taken_back,
  case when freight_date is null then freight_course_date end as freight_taken_back,
  case when payment_fee_date is null then payment_fee_course_date end as payment_fee_taken_back,
  case when carrier_date is null then carrier_course_date end as carrier_taken_back,
  case when operations_date is null then operations_course_date end as operations_taken_back,
  case when sla_penalty_date is null then sla_penalty_course_date end as sla_penalty_taken_back
from dated
