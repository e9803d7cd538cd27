-- Grain: one row per (order_id)
-- Sources: dwh.fct_orders, attribution.fct_order_attribution, status_rules, days, params
-- What happened to an order and when; null: not (yet). A day that reality lost is read from what
-- the order's status implies; no event comes before the purchase. An ended order is taken to end
-- refund_delay_days after the last thing known of it. Overdue: paid, not ended and not
-- delivered undelivered_days later, where a rule for it is declared and the day is within the horizon.
-- Conserves: every order, once.
with horizon as (
  select max(date) as last_date
  from days
),

known as (
  select
    o.order_id,
    o.purchase_date,
    o.order_status,
    o.customer_unique_id,
    coalesce(a.channel, 'direct') as channel,
    o.payment_cents,
    coalesce(a.acquisition_cost_cents, 0) as acquisition_cost_cents,
    r.implies,
    r.is_ended,
    cast(o.approved_at as date) as approved_on,
    cast(o.handed_over_at as date) as handed_over_on,
    cast(o.delivered_at as date) as delivered_on,
    cast(o.estimated_delivery_at as date) as estimated_on
  from dwh.fct_orders as o
  left join attribution.fct_order_attribution as a on a.order_id = o.order_id
  left join status_rules as r on r.order_status = o.order_status
),

happened as (
  select
    *,
    case
      when approved_on is not null then approved_on
      when implies in ('approval', 'hand_over', 'delivery') then purchase_date
    end as approval_on,
    case
      when handed_over_on is not null then handed_over_on
      when implies in ('hand_over', 'delivery') then coalesce(delivered_on, approved_on, purchase_date)
    end as hand_over_on,
    case
      when delivered_on is not null then delivered_on
      when implies = 'delivery' then coalesce(estimated_on, handed_over_on, purchase_date)
    end as delivery_on
  from known
),

dated as (
  select
    *,
    case when approval_on < purchase_date then purchase_date else approval_on end as approval_date,
    case when hand_over_on < purchase_date then purchase_date else hand_over_on end as hand_over_date,
    case when delivery_on < purchase_date then purchase_date else delivery_on end as delivery_date
  from happened
),

last_known as (
  select
    *,
    greatest(purchase_date, approval_date, hand_over_date, delivery_date) as last_date
  from dated
),

overdue as (
  select
    l.*,
    case
      when p.undelivered_rule <> 'none' and not l.is_ended
        then l.approval_date + cast(p.undelivered_days as integer)
    end as overdue_date
  from last_known as l
  cross join params as p
)

select
  l.order_id,
  l.purchase_date,
  l.order_status,
  l.customer_unique_id,
  l.channel,
  l.approval_date,
  l.hand_over_date,
  l.delivery_date,
  case when l.is_ended then l.last_date + cast(p.refund_delay_days as integer) end as end_date,
  case
    when l.overdue_date <= h.last_date and (l.delivery_date is null or l.delivery_date > l.overdue_date)
      then l.overdue_date
  end as overdue_date,
  coalesce(days_between(l.estimated_on, l.delivered_on) > p.sla_grace_days, false) as is_late,
  cast(l.payment_cents as bigint) as payment_cents,
  cast(l.acquisition_cost_cents as bigint) as acquisition_cost_cents
from overdue as l
cross join params as p
cross join horizon as h
