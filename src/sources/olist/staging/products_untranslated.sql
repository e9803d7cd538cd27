-- Grain: one row per line of raw.products
-- Sources: raw.products
select
  nullif(product_id, '') as product_id,
  nullif(trim(product_category_name), '') as category,
  cast(null as varchar) as category_english,
  to_integer_or_null(product_weight_g) as weight_g,
  to_integer_or_null(product_photos_qty) as photos
from raw.products
