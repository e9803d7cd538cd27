-- Grain: one row per (order_id, order_item_id)
-- Sources: order_parts, order_costs
-- Splits what arises once for an order over its parts by weight, by largest remainder: each gets the
-- floor of its share, the leftover cents go one by one to the largest remainders, ties to the lower
-- order_item_id. Conserves: the parts of an order sum to its whole, to the cent.
with quotas as (
  select
    i.order_id,
    i.order_item_id,
    i.order_items,
    i.weight,
    i.order_weight,
    o.acquisition_cost_cents,
    o.payment_fee_cents,
    o.operations_base_cents
  from order_parts as i
  inner join order_costs as o on o.order_id = i.order_id
),

ranked as (
  select
    *,
    row_number() over (
      partition by order_id
      order by (acquisition_cost_cents * weight) % order_weight desc nulls last, order_item_id nulls last
    ) as acquisition_rank,
    row_number() over (
      partition by order_id
      order by (payment_fee_cents * weight) % order_weight desc nulls last, order_item_id nulls last
    ) as payment_fee_rank,
    row_number() over (
      partition by order_id
      order by (operations_base_cents * weight) % order_weight desc nulls last, order_item_id nulls last
    ) as operations_rank,
    acquisition_cost_cents
      - sum(acquisition_cost_cents * weight // order_weight) over (partition by order_id)
      as acquisition_left,
    payment_fee_cents
      - sum(payment_fee_cents * weight // order_weight) over (partition by order_id)
      as payment_fee_left,
    operations_base_cents
      - sum(operations_base_cents * weight // order_weight) over (partition by order_id)
      as operations_left
  from quotas
  where order_items > 1
)

select
  order_id,
  order_item_id,
  acquisition_cost_cents * weight // order_weight
    + case when acquisition_rank <= acquisition_left then 1 else 0 end as acquisition_cost_cents,
  payment_fee_cents * weight // order_weight
    + case when payment_fee_rank <= payment_fee_left then 1 else 0 end as payment_fee_cents,
  operations_base_cents * weight // order_weight
    + case when operations_rank <= operations_left then 1 else 0 end as operations_base_cents
from ranked

union all

select
  order_id,
  order_item_id,
  acquisition_cost_cents,
  payment_fee_cents,
  operations_base_cents
from quotas
where order_items <= 1
