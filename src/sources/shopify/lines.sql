-- Grain: one row per line of raw.shopify_orders: an item of an order
-- Sources: raw.shopify_orders, costs (of one piece by SKU)
select
  trim("Name") as order_id,
  "Lineitem name" as line_key,
  coalesce(nullif(trim("Lineitem sku"), ''), nullif(trim("Lineitem name"), '')) as product_id,
  cast(null as varchar) as category,
  coalesce(nullif(trim("Vendor"), ''), 'own') as seller_id,
  case
    when nullif(trim("Lineitem name"), '') is not null
      then to_cents_or_null(trim("Lineitem price")) * to_integer_or_null(trim("Lineitem quantity"))
  end as line_cents,
  cast(null as bigint) as freight_line_cents,
  costs.cost_cents * to_integer_or_null(trim("Lineitem quantity")) as line_cost_cents,
  nullif(md5(coalesce(nullif(lower(trim("Email")), ''), nullif(lower(trim("Phone")), ''), '')), md5(''))
    as customer_id,
  to_zip_prefix(replace(coalesce(nullif(trim("Shipping Zip"), ''), "Billing Zip"), '''', ''))
    as zip_code_prefix,
  lower(coalesce(nullif(trim("Shipping City"), ''), nullif(trim("Billing City"), ''))) as city,
  upper(coalesce(nullif(trim("Shipping Province"), ''), nullif(trim("Billing Province"), ''))) as state,
  case
    when nullif(trim("Financial Status"), '') is null then null
    when nullif(trim("Cancelled at"), '') is not null then 'canceled'
    when lower(trim("Financial Status")) in ('voided', 'refunded') then 'canceled'
    when lower(trim("Fulfillment Status")) = 'fulfilled' then 'delivered'
    when lower(trim("Fulfillment Status")) = 'partial' then 'shipped'
    when lower(trim("Financial Status")) in ('paid', 'partially_paid', 'partially_refunded')
      then 'processing'
    else 'created'
  end as order_status,
  to_local_timestamp_or_null("Created at") as purchased_at,
  to_local_timestamp_or_null("Paid at") as approved_at,
  to_local_timestamp_or_null("Fulfilled at") as handed_over_at,
  cast(null as timestamp) as delivered_at,
  cast(null as timestamp) as estimated_delivery_at,
  greatest(
    0,
    to_cents_or_null(trim("Subtotal")) - coalesce(to_cents_or_null(trim("Refunded Amount")), 0)
  ) as goods_cents,
  to_cents_or_null(trim("Shipping")) as freight_cents,
  case
    when lower(trim("Financial Status")) in ('paid', 'partially_paid', 'partially_refunded', 'refunded')
      then greatest(
        0,
        to_cents_or_null(trim("Subtotal")) + coalesce(to_cents_or_null(trim("Shipping")), 0)
          - coalesce(to_cents_or_null(trim("Refunded Amount")), 0)
      )
  end as payment_cents,
  case
    when nullif(trim("Payment Method"), '') is null then null
    when lower("Payment Method") like '%gift%' then 'voucher'
    when regexp_matches(lower("Payment Method"), 'manual|bank|transfer|cash|deposit|money order|cod')
      then 'not_defined'
    else 'credit_card'
  end as payment_type
from raw.shopify_orders
left join costs on costs.sku = trim("Lineitem sku")
where trim("Name") <> ''
