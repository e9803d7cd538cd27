-- Grain: one row per (product_id, category)
-- Sources: lines of a flat export
with lines as (
{{lines}}
)

select distinct
  product_id,
  category,
  cast(null as varchar) as category_english,
  cast(null as integer) as weight_g,
  cast(null as integer) as photos
from lines
