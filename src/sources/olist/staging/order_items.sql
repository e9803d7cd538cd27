-- Grain: one row per (order_id, order_item_id)
-- Sources: raw.order_items
select
  order_id,
  to_integer_or_null(order_item_id) as order_item_id,
  product_id,
  seller_id,
  to_timestamp_or_null(shipping_limit_date) as shipping_limit_at,
  coalesce(to_cents_or_null(price), 0) as price_cents,
  coalesce(to_cents_or_null(freight_value), 0) as freight_cents,
  cast(null as bigint) as cost_cents
from raw.order_items
