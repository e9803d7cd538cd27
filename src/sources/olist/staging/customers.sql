-- Grain: one row per line of raw.customers
-- Sources: raw.customers
select
  customer_id,
  nullif(customer_unique_id, '') as customer_unique_id,
  to_zip_prefix(customer_zip_code_prefix) as zip_code_prefix,
  nullif(lower(trim(customer_city)), '') as city,
  nullif(upper(trim(customer_state)), '') as state
from raw.customers
