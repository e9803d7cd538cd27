-- Grain: one row per line of raw.products
-- Sources: raw.products, raw.product_category_name_translation
with translations as (
  select
    product_category_name,
    min(nullif(trim(product_category_name_english), '')) as category_english
  from raw.product_category_name_translation
  group by product_category_name
)

select
  nullif(products.product_id, '') as product_id,
  nullif(trim(products.product_category_name), '') as category,
  translations.category_english as category_english,
  to_integer_or_null(products.product_weight_g) as weight_g,
  to_integer_or_null(products.product_photos_qty) as photos
from raw.products as products
left join translations
  on translations.product_category_name = products.product_category_name
