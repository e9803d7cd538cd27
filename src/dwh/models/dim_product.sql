-- Grain: one row per (product_id)
-- Sources: stg_products
-- Conserves: every product of stg_products, and the default member 'unknown'. The category is the
-- English one, else the original one, else the declared fallback; category_source says which.
with products as (
  select
    product_id,
    category,
    category_english,
    weight_g,
    photos,
    row_number() over (
      partition by product_id
      order by category nulls last, weight_g nulls last, photos nulls last
    ) as nth_row
  from stg_products
),

members as (
  select
    product_id,
    category,
    category_english,
    weight_g,
    photos
  from products
  where nth_row = 1 and product_id <> 'unknown'
  union all
  select
    'unknown' as product_id,
    cast(null as varchar) as category,
    cast(null as varchar) as category_english,
    cast(null as integer) as weight_g,
    cast(null as integer) as photos
)

select
  members.product_id as product_id,
  coalesce(members.category_english, members.category, params.category_fallback) as category,
  case
    when members.category_english is not null then 'translation'
    when members.category is not null then 'original'
    else 'fallback'
  end as category_source,
  members.weight_g as weight_g,
  members.photos as photos
from members
cross join params
order by product_id
