-- Grain: one row per (seller_id)
-- Sources: stg_sellers, stg_order_items, fct_orders
-- Conserves: every seller of stg_sellers, and the default member 'unknown'
with sellers as (
  select
    seller_id,
    coalesce(zip_code_prefix, 'unknown') as zip_code_prefix,
    coalesce(city, 'unknown') as city,
    coalesce(state, 'unknown') as state,
    row_number() over (
      partition by seller_id
      order by zip_code_prefix nulls last, city nulls last, state nulls last
    ) as nth_row
  from stg_sellers
),

members as (
  select
    seller_id,
    zip_code_prefix,
    city,
    state
  from sellers
  where nth_row = 1 and seller_id <> 'unknown'
  union all
  select
    'unknown' as seller_id,
    'unknown' as zip_code_prefix,
    'unknown' as city,
    'unknown' as state
),

sales as (
  select
    order_items.seller_id as seller_id,
    min(fct_orders.purchase_date) as first_sale_date
  from stg_order_items as order_items
  inner join fct_orders on fct_orders.order_id = order_items.order_id
  group by order_items.seller_id
)

select
  members.seller_id as seller_id,
  members.zip_code_prefix as zip_code_prefix,
  members.city as city,
  members.state as state,
  sales.first_sale_date as first_sale_date
from members
left join sales on sales.seller_id = members.seller_id
order by seller_id
