-- Grain: one row per (zip_code_prefix)
-- Sources: stg_geography, stg_customers, stg_sellers
-- Conserves: every zip prefix that any file knows, and the default member 'unknown'. Coordinates
-- are the mean of the prefix's points inside the country, summed as integers (millionths of a degree);
-- a prefix without such a point has none. City and state are the most frequent ones, ties to the
-- first in the alphabet.
with located as (
  select
    points.*,
    points.latitude_micros between params.south_micros and params.north_micros
      and points.longitude_micros between params.west_micros and params.east_micros as is_inside
  from stg_geography as points
  cross join params
),

regions as (
  select
    zip_code_prefix,
    coalesce(city, 'unknown') as city,
    coalesce(state, 'unknown') as state,
    count(*) as mentions,
    count(case when is_inside then latitude_micros end) as points,
    sum(case when is_inside then latitude_micros end) as latitude_micros,
    sum(case when is_inside then longitude_micros end) as longitude_micros
  from located
  group by 1, 2, 3
),

centroids as (
  select
    zip_code_prefix,
    sum(latitude_micros) as latitude_micros,
    sum(longitude_micros) as longitude_micros,
    sum(points) as points
  from regions
  group by zip_code_prefix
),

addresses as (
  select zip_code_prefix, city, state, 2 as priority from stg_customers
  union all
  select zip_code_prefix, city, state, 3 as priority from stg_sellers
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
    zip_code_prefix,
    coalesce(city, 'unknown') as city,
    coalesce(state, 'unknown') as state,
    priority,
    count(*) as mentions
  from addresses
  group by 1, 2, 3, 4
),

ranked as (
  select
    zip_code_prefix,
    city,
    state,
    row_number() over (
      partition by zip_code_prefix
      order by priority nulls last, mentions desc nulls last, city nulls last, state nulls last
    ) as nth_place
  from places
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
