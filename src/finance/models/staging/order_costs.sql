-- Grain: one row per (order_id)
-- Sources: fct_order_events, payment_costs, dwh.dim_date, params
-- What arises once for an order, whatever its status lets stand: acquisition cost, what the
-- acquirer takes, what paying it back would cost, and its base of
-- operations; and what an item of it takes of operations.
with payment_fees as (
  select
    order_id,
    total(payment_fee_cents) as payment_fee_cents,
    total(anticipation_fee_cents) as anticipation_fee_cents,
    total(chargeback_cents) as chargeback_cents
  from payment_costs
  group by order_id
),

placed as (
  select
    e.order_id,
    e.acquisition_cost_cents,
    e.approval_date,
    case when d.is_weekend then p.weekend_operations_bps else 10000 end as operations_bps
  from fct_order_events as e
  left join dwh.dim_date as d on d.date = e.purchase_date
  cross join params as p
)

select
  o.order_id,
  o.acquisition_cost_cents,
  coalesce(f.payment_fee_cents, 0) as payment_fee_cents,
  coalesce(f.anticipation_fee_cents, 0) as anticipation_fee_cents,
  coalesce(f.chargeback_cents, 0) as chargeback_cents,
  case
    when o.approval_date is null then 0
    else coalesce(share_of(f.payment_fee_cents, p.kept_fee_bps), 0)
  end as kept_fee_cents,
  case when o.approval_date is null then 0 else p.refund_cost_cents end as refund_cost_cents,
  share_of(p.operations_order_cents, o.operations_bps) as operations_base_cents,
  share_of(p.operations_item_cents, o.operations_bps) as operations_item_cents
from placed as o
left join payment_fees as f on f.order_id = o.order_id
cross join params as p
