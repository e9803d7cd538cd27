-- Grain: one row per (order_id, order_item_id)
-- Sources: stg_order_items, fct_orders, dim_seller, dim_product
-- Conserves: every item; price, freight and cost to the cent. An item whose order,
-- seller or product is not in the files points to 'unknown'.
select
  items.order_id as order_id,
  items.order_item_id as order_item_id,
  fct_orders.purchase_date as purchase_date,
  coalesce(fct_orders.customer_unique_id, 'unknown') as customer_unique_id,
  coalesce(dim_seller.seller_id, 'unknown') as seller_id,
  coalesce(dim_product.product_id, 'unknown') as product_id,
  coalesce(fct_orders.order_status, 'unknown') as order_status,
  items.shipping_limit_at as shipping_limit_at,
  items.price_cents as price_cents,
  items.freight_cents as freight_cents,
  items.cost_cents as cost_cents
from stg_order_items as items
left join fct_orders on fct_orders.order_id = items.order_id
left join dim_seller on dim_seller.seller_id = items.seller_id
left join dim_product on dim_product.product_id = items.product_id
order by order_id, order_item_id
