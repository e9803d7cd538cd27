-- Grain: one row per (order_id)
-- Sources: fct_order_events, dwh.fct_payments, dwh.dim_date, payment_rules, params
-- What arises once for an order, whatever its status lets stand: acquisition cost, payment fee (a
-- share of each payment plus a fixed fee) and the order's base of operations; and what an item of it
-- takes of operations.
with payment_fees as (
  select
    p.order_id,
    total(share_of(p.payment_cents, r.fee_bps) + r.fee_cents) as payment_fee_cents
  from dwh.fct_payments as p
  left join payment_rules as r on r.payment_type = p.payment_type
  group by p.order_id
),

placed as (
  select
    e.order_id,
    e.acquisition_cost_cents,
    case when d.is_weekend then p.weekend_operations_bps else 10000 end as operations_bps
  from fct_order_events as e
  left join dwh.dim_date as d on d.date = e.purchase_date
  cross join params as p
)

select
  o.order_id,
  o.acquisition_cost_cents,
  coalesce(f.payment_fee_cents, 0) as payment_fee_cents,
  share_of(p.operations_order_cents, o.operations_bps) as operations_base_cents,
  share_of(p.operations_item_cents, o.operations_bps) as operations_item_cents
from placed as o
left join payment_fees as f on f.order_id = o.order_id
cross join params as p
