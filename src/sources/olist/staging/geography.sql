-- Grain: one row per line of raw.geolocation: a point of a zip prefix
-- Sources: raw.geolocation
select
  to_zip_prefix(geolocation_zip_code_prefix) as zip_code_prefix,
  to_micros_or_null(geolocation_lat) as latitude_micros,
  to_micros_or_null(geolocation_lng) as longitude_micros,
  nullif(lower(trim(geolocation_city)), '') as city,
  nullif(upper(trim(geolocation_state)), '') as state
from raw.geolocation
