-- Grain: one row per (order_id)
-- Sources: fct_order_events, payment_costs, dwh.dim_date, params
-- What arises once for an order, whatever its status lets stand: acquisition cost, what the
-- acquirer takes, what paying it back would cost, and its base of
-- operations; and what an item of it takes of operations.
with paid as (
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
    case when d.is_weekend then p.weekend_operations_bps else 10000 end as operations_bps,
    coalesce(c.payment_fee_cents, 0) as payment_fee_cents,
    coalesce(c.anticipation_fee_cents, 0) as anticipation_fee_cents,
    coalesce(c.chargeback_cents, 0) as chargeback_cents
  from fct_order_events as e
  left join paid as c on c.order_id = e.order_id
  left join dwh.dim_date as d on d.date = e.purchase_date
  cross join params as p
)

select
  o.order_id,
  o.acquisition_cost_cents,
  o.payment_fee_cents,
  o.anticipation_fee_cents,
  o.chargeback_cents,
  case
    when o.approval_date is null then 0
    else share_of(o.payment_fee_cents, p.kept_fee_bps)
  end as kept_fee_cents,
  case when o.approval_date is null then 0 else p.refund_cost_cents end as refund_cost_cents,
  share_of(p.operations_order_cents, o.operations_bps) as operations_base_cents,
  share_of(p.operations_item_cents, o.operations_bps) as operations_item_cents
from placed as o
cross join params as p
