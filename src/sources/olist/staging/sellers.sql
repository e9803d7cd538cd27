-- Grain: one row per line of raw.sellers
-- Sources: raw.sellers
select
  nullif(seller_id, '') as seller_id,
  to_zip_prefix(seller_zip_code_prefix) as zip_code_prefix,
  nullif(lower(trim(seller_city)), '') as city,
  nullif(upper(trim(seller_state)), '') as state
from raw.sellers
