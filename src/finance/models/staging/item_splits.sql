-- Grain: one row per (order_id, order_item_id)
-- Sources: dwh.fct_order_items, order_wholes
-- Splits what arises once for an order over its items by price, by largest remainder: each item
-- gets the floor of its share, the leftover cents go one by one to the largest remainders, ties to
-- the lower order_item_id. An order whose items cost nothing is split equally.
-- Conserves: the parts of an order sum to its whole, to the cent.
with weights as (
  select
    order_id,
    order_item_id,
    case when sum(price_cents) over (partition by order_id) = 0 then 1 else price_cents end as weight
  from dwh.fct_order_items
),

quotas as (
  select
    w.order_id,
    w.order_item_id,
    w.weight,
    cast(sum(w.weight) over (partition by w.order_id) as bigint) as total_weight,
    o.acquisition_cost_cents,
    o.payment_fee_cents,
    o.operations_base_cents,
    o.operations_item_cents
  from weights as w
  left join order_wholes as o on o.order_id = w.order_id
),

ranked as (
  select
    *,
    row_number() over (
      partition by order_id
      order by (acquisition_cost_cents * weight) % total_weight desc, order_item_id
    ) as acquisition_rank,
    row_number() over (
      partition by order_id
      order by (payment_fee_cents * weight) % total_weight desc, order_item_id
    ) as payment_fee_rank,
    row_number() over (
      partition by order_id
      order by (operations_base_cents * weight) % total_weight desc, order_item_id
    ) as operations_rank,
    acquisition_cost_cents
      - sum(acquisition_cost_cents * weight // total_weight) over (partition by order_id)
      as acquisition_left,
    payment_fee_cents
      - sum(payment_fee_cents * weight // total_weight) over (partition by order_id)
      as payment_fee_left,
    operations_base_cents
      - sum(operations_base_cents * weight // total_weight) over (partition by order_id)
      as operations_left
  from quotas
)

select
  order_id,
  order_item_id,
  acquisition_cost_cents * weight // total_weight
    + case when acquisition_rank <= acquisition_left then 1 else 0 end as acquisition_cost_cents,
  payment_fee_cents * weight // total_weight
    + case when payment_fee_rank <= payment_fee_left then 1 else 0 end as payment_fee_cents,
  operations_item_cents + operations_base_cents * weight // total_weight
    + case when operations_rank <= operations_left then 1 else 0 end as operations_cost_cents
from ranked
