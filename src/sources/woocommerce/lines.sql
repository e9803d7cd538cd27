-- Grain: one row per line of raw.woocommerce_orders: an item of an order
-- Sources: raw.woocommerce_orders
with typed as (
  select
    *,
    trim(order_id) as order_key,
    lower(replace(trim(status), 'wc-', '')) as status_word,
    to_cents_or_null(trim(item_total)) as item_total_cents,
    coalesce(to_cents_or_null(trim(shipping_total)), 0) as shipping_cents,
    coalesce(to_cents_or_null(trim(refunded_total)), 0) as refunded_cents
  from raw.woocommerce_orders
  where trim(order_id) <> ''
),

summed as (
  select
    *,
    cast(sum(item_total_cents) over (partition by order_key) as bigint) as items_cents
  from typed
)

select
  order_key as order_id,
  item_id as line_key,
  coalesce(nullif(trim(item_sku), ''), nullif(trim(item_product_id), ''), nullif(trim(item_name), ''))
    as product_id,
  cast(null as varchar) as category,
  'own' as seller_id,
  item_total_cents as line_cents,
  cast(null as bigint) as freight_line_cents,
  cast(null as bigint) as line_cost_cents,
  md5(nullif(lower(trim(billing_email)), '')) as customer_id,
  to_zip_prefix(coalesce(nullif(trim(shipping_postcode), ''), billing_postcode)) as zip_code_prefix,
  lower(coalesce(nullif(trim(shipping_city), ''), nullif(trim(billing_city), ''))) as city,
  upper(coalesce(nullif(trim(shipping_state), ''), nullif(trim(billing_state), ''))) as state,
  case status_word
    when 'completed' then 'delivered'
    when 'processing' then 'processing'
    when 'cancelled' then 'canceled'
    when 'refunded' then 'canceled'
    when 'failed' then 'canceled'
    else 'created'
  end as order_status,
  to_local_timestamp_or_null(trim(date)) as purchased_at,
  cast(null as timestamp) as approved_at,
  cast(null as timestamp) as handed_over_at,
  cast(null as timestamp) as delivered_at,
  cast(null as timestamp) as estimated_delivery_at,
  greatest(0, items_cents - refunded_cents) as goods_cents,
  shipping_cents as freight_cents,
  case
    when status_word in ('completed', 'processing', 'refunded')
      then greatest(0, items_cents + shipping_cents - refunded_cents)
  end as payment_cents,
  case
    when nullif(trim(payment_method), '') is null then null
    when lower(trim(payment_method)) in ('bacs', 'cheque', 'cod') then 'not_defined'
    else 'credit_card'
  end as payment_type
from summed
