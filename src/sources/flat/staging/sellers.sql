-- Grain: one row per (seller_id)
-- Sources: lines of a flat export
with lines as (
{{lines}}
)

select distinct
  seller_id,
  cast(null as varchar) as zip_code_prefix,
  cast(null as varchar) as city,
  cast(null as varchar) as state
from lines
