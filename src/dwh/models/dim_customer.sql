-- Grain: one row per (customer_unique_id)
-- Sources: stg_customers, fct_orders
-- Conserves: every person of stg_customers, and the default member 'unknown'. A person who gave
-- several addresses has that of the latest order.
with addresses as (
  select
    customers.customer_unique_id as customer_unique_id,
    coalesce(customers.zip_code_prefix, 'unknown') as zip_code_prefix,
    coalesce(customers.city, 'unknown') as city,
    coalesce(customers.state, 'unknown') as state,
    row_number() over (
      partition by customers.customer_unique_id
      order by
        fct_orders.purchased_at desc nulls last,
        customers.customer_id nulls last,
        customers.zip_code_prefix nulls last,
        customers.city nulls last
    ) as nth_address
  from stg_customers as customers
  left join fct_orders on fct_orders.customer_id = customers.customer_id
),

members as (
  select
    customer_unique_id,
    zip_code_prefix,
    city,
    state
  from addresses
  where nth_address = 1 and customer_unique_id <> 'unknown'
  union all
  select
    'unknown' as customer_unique_id,
    'unknown' as zip_code_prefix,
    'unknown' as city,
    'unknown' as state
),

purchases as (
  select
    customer_unique_id,
    min(purchase_date) as first_purchase_date,
    count(*) as orders
  from fct_orders
  group by customer_unique_id
)

select
  members.customer_unique_id as customer_unique_id,
  purchases.first_purchase_date as first_purchase_date,
  cast(coalesce(purchases.orders, 0) as integer) as orders,
  members.zip_code_prefix as zip_code_prefix,
  members.city as city,
  members.state as state
from members
left join purchases on purchases.customer_unique_id = members.customer_unique_id
order by customer_unique_id
