-- Grain: one row per (order_id)
-- Sources: lines of a flat export; what an order says stands on one of its lines, or on all
with lines as (
{{lines}}
)

select
  order_id,
  coalesce(max(customer_id), 'unknown') as customer_id,
  coalesce(max(order_status), 'unknown') as order_status,
  max(purchased_at) as purchased_at,
  max(approved_at) as approved_at,
  max(handed_over_at) as handed_over_at,
  max(delivered_at) as delivered_at,
  max(estimated_delivery_at) as estimated_delivery_at
from lines
group by order_id
