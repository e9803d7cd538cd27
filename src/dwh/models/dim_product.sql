-- Grain: one row per (product_id)
-- Sources: raw.products, raw.product_category_name_translation
-- Conserves: every product of raw.products, and the default member 'unknown'. The category is the
-- English one, else the original one, else the declared fallback; category_source says which.
with translations as (
  select
    product_category_name,
    min(nullif(trim(product_category_name_english), '')) as category
  from raw.product_category_name_translation
  group by product_category_name
),

products as (
  select
    product_id,
    nullif(trim(product_category_name), '') as original_category,
    product_category_name,
    to_integer_or_null(product_weight_g) as weight_g,
    to_integer_or_null(product_photos_qty) as photos,
    row_number() over (
      partition by product_id
      order by product_category_name, product_weight_g, product_photos_qty
    ) as nth_row
  from raw.products
  where nullif(product_id, '') is not null
),

members as (
  select
    product_id,
    original_category,
    product_category_name,
    weight_g,
    photos
  from products
  where nth_row = 1 and product_id <> 'unknown'
  union all
  select
    'unknown' as product_id,
    cast(null as varchar) as original_category,
    cast(null as varchar) as product_category_name,
    cast(null as integer) as weight_g,
    cast(null as integer) as photos
)

select
  members.product_id as product_id,
  coalesce(translations.category, members.original_category, params.category_fallback) as category,
  case
    when translations.category is not null then 'translation'
    when members.original_category is not null then 'original'
    else 'fallback'
  end as category_source,
  members.weight_g as weight_g,
  members.photos as photos
from members
cross join params
left join translations on translations.product_category_name = members.product_category_name
order by product_id
