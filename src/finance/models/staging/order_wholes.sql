-- Grain: one row per (order_id)
-- Sources: fct_order_events, dwh.fct_payments, dwh.dim_date, payment_rules, params
-- What arises once for an order, whatever its status lets stand: acquisition cost, payment fee (a
-- share of each payment plus a fixed fee) and the order's base of operations.
-- Rounding, here and in every model: half away from zero in integers, for amounts >= 0:
-- share = (2 * amount * bps + 10000) // 20000.
with payment_fees as (
  select
    p.order_id,
    sum((2 * p.payment_cents * r.fee_bps + 10000) // 20000 + r.fee_cents) as payment_fee_cents
  from dwh.fct_payments as p
  left join payment_rules as r on r.payment_type = p.payment_type
  group by p.order_id
)

select
  e.order_id,
  e.acquisition_cost_cents,
  cast(coalesce(f.payment_fee_cents, 0) as bigint) as payment_fee_cents,
  case when d.is_weekend
    then (2 * p.operations_order_cents * p.weekend_operations_bps + 10000) // 20000
    else p.operations_order_cents
  end as operations_base_cents,
  case when d.is_weekend
    then (2 * p.operations_item_cents * p.weekend_operations_bps + 10000) // 20000
    else p.operations_item_cents
  end as operations_item_cents
from fct_order_events as e
left join payment_fees as f on f.order_id = e.order_id
left join dwh.dim_date as d on d.date = e.purchase_date
cross join params as p
