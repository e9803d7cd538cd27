-- Grain: one row per (order_id, order_item_id)
-- Sources: dwh.fct_order_items, dwh.fct_orders
-- The parts over which an order's amounts are split, by weight: its items by price, equally where all
-- are free; an order without items is one part, number 0. An item whose order is in no file has no day and
-- is no sale. Conserves: every item of an order and every order, once.
with orders as (
  select
    order_id,
    count(*) as items,
    total(price_cents) as price_cents
  from dwh.fct_order_items
  where purchase_date is not null
  group by order_id
)

select
  i.order_id,
  i.order_item_id,
  1 as items,
  o.items as order_items,
  i.seller_id,
  i.product_id,
  i.price_cents,
  i.freight_cents,
  i.cost_cents,
  case when o.price_cents = 0 then 1 else i.price_cents end as weight,
  case when o.price_cents = 0 then o.items else o.price_cents end as order_weight
from dwh.fct_order_items as i
inner join orders as o on o.order_id = i.order_id

union all

select
  e.order_id,
  0 as order_item_id,
  0 as items,
  0 as order_items,
  cast(null as varchar) as seller_id,
  cast(null as varchar) as product_id,
  0 as price_cents,
  0 as freight_cents,
  cast(null as bigint) as cost_cents,
  1 as weight,
  1 as order_weight
from dwh.fct_orders as e
left join orders as o on o.order_id = e.order_id
where o.order_id is null
