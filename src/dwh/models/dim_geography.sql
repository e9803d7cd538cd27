-- Grain: one row per (zip_code_prefix)
-- Sources: raw.geolocation, raw.customers, raw.sellers
-- Conserves: every zip prefix that any file knows, and the default member 'unknown'. Coordinates
-- are the mean of the prefix's points inside the country, summed as integers (millionths of a degree);
-- a prefix without such a point has none. City and state are the most frequent ones, ties to the
-- first in the alphabet.
with points as (
  select
    geolocation_zip_code_prefix,
    geolocation_city,
    geolocation_state,
    to_micros_or_null(geolocation_lat) as latitude_micros,
    to_micros_or_null(geolocation_lng) as longitude_micros
  from raw.geolocation
),

located as (
  select
    points.*,
    points.latitude_micros between params.south_micros and params.north_micros
      and points.longitude_micros between params.west_micros and params.east_micros as is_inside
  from points
  cross join params
),

spellings as (
  select
    geolocation_zip_code_prefix as zip_text,
    geolocation_city as city_text,
    geolocation_state as state_text,
    count(*) as mentions,
    count(case when is_inside then 1 end) as points,
    sum(case when is_inside then latitude_micros end) as latitude_micros,
    sum(case when is_inside then longitude_micros end) as longitude_micros
  from located
  group by geolocation_zip_code_prefix, geolocation_city, geolocation_state
),

regions as (
  select
    to_zip_prefix(zip_text) as zip_code_prefix,
    coalesce(nullif(lower(trim(city_text)), ''), 'unknown') as city,
    coalesce(nullif(upper(trim(state_text)), ''), 'unknown') as state,
    mentions,
    points,
    latitude_micros,
    longitude_micros
  from spellings
),

centroids as (
  select
    zip_code_prefix,
    sum(latitude_micros) as latitude_micros,
    sum(longitude_micros) as longitude_micros,
    sum(points) as points
  from regions
  where points > 0
  group by zip_code_prefix
),

places as (
  select
    zip_code_prefix,
    city,
    state,
    1 as priority,
    sum(mentions) as mentions
  from regions
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
