-- Grain: one row per (sku): what one piece of it costs, where all its lines say the same
-- Sources: raw.shopify_products
select
  trim("Variant SKU") as sku,
  min(to_cents_or_null(trim("Cost per item"))) as cost_cents
from raw.shopify_products
where trim("Variant SKU") <> '' and trim("Cost per item") <> ''
group by trim("Variant SKU")
having min(to_cents_or_null(trim("Cost per item"))) = max(to_cents_or_null(trim("Cost per item")))
