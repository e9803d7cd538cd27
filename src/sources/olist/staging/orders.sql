-- Grain: one row per (order_id)
-- Sources: raw.orders
select
  order_id,
  coalesce(nullif(customer_id, ''), 'unknown') as customer_id,
  coalesce(nullif(lower(trim(order_status)), ''), 'unknown') as order_status,
  to_timestamp_or_null(order_purchase_timestamp) as purchased_at,
  to_timestamp_or_null(order_approved_at) as approved_at,
  to_timestamp_or_null(order_delivered_carrier_date) as handed_over_at,
  to_timestamp_or_null(order_delivered_customer_date) as delivered_at,
  to_timestamp_or_null(order_estimated_delivery_date) as estimated_delivery_at
from raw.orders
