-- Grain: one row per (zip_code_prefix)
-- Sources: raw.geolocation, raw.customers, raw.sellers
-- Conserves: every zip prefix that any file knows, and the default member 'unknown'. Coordinates
-- are the mean of the prefix's points inside Brazil, summed as integers (millionths of a degree);
-- a prefix without such a point has none. City and state are the most frequent ones, ties to the
-- first in the alphabet.
with points as (
  select
    to_zip_prefix(geolocation_zip_code_prefix) as zip_code_prefix,
    to_micros_or_null(geolocation_lat) as latitude_micros,
    to_micros_or_null(geolocation_lng) as longitude_micros,
    coalesce(nullif(lower(trim(geolocation_city)), ''), 'unknown') as city,
    coalesce(nullif(upper(trim(geolocation_state)), ''), 'unknown') as state
  from raw.geolocation
),

centroids as (
  select
    points.zip_code_prefix as zip_code_prefix,
    sum(points.latitude_micros) as latitude_micros,
    sum(points.longitude_micros) as longitude_micros,
    count(*) as points
  from points
  cross join params
  where
    points.latitude_micros between params.south_micros and params.north_micros
    and points.longitude_micros between params.west_micros and params.east_micros
  group by points.zip_code_prefix
),

places as (
  select
    zip_code_prefix,
    city,
    state,
    1 as priority,
    count(*) as mentions
  from points
  group by zip_code_prefix, city, state
  union all
  select
    to_zip_prefix(customer_zip_code_prefix) as zip_code_prefix,
    coalesce(nullif(lower(trim(customer_city)), ''), 'unknown') as city,
    coalesce(nullif(upper(trim(customer_state)), ''), 'unknown') as state,
    2 as priority,
    count(*) as mentions
  from raw.customers
  group by 1, 2, 3
  union all
  select
    to_zip_prefix(seller_zip_code_prefix) as zip_code_prefix,
    coalesce(nullif(lower(trim(seller_city)), ''), 'unknown') as city,
    coalesce(nullif(upper(trim(seller_state)), ''), 'unknown') as state,
    3 as priority,
    count(*) as mentions
  from raw.sellers
  group by 1, 2, 3
),

ranked as (
  select
    zip_code_prefix,
    city,
    state,
    row_number() over (
      partition by zip_code_prefix
      order by priority, mentions desc, city, state
    ) as nth_place
  from places
  where zip_code_prefix is not null
),

members as (
  select
    zip_code_prefix,
    city,
    state
  from ranked
  where nth_place = 1 and zip_code_prefix <> 'unknown'
  union all
  select
    'unknown' as zip_code_prefix,
    'unknown' as city,
    'unknown' as state
)

select
  members.zip_code_prefix as zip_code_prefix,
  cast(centroids.latitude_micros as double) / centroids.points / 1000000 as latitude,
  cast(centroids.longitude_micros as double) / centroids.points / 1000000 as longitude,
  members.city as city,
  members.state as state,
  cast(coalesce(centroids.points, 0) as integer) as points
from members
left join centroids on centroids.zip_code_prefix = members.zip_code_prefix
order by zip_code_prefix
