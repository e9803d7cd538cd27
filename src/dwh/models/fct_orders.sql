-- Grain: one row per (order_id)
-- Sources: stg_orders, stg_customers, stg_order_items, stg_payments, dim_date
-- Conserves: every order, with or without items; price, freight and payments to the cent. A date
-- without a value points to a default member of dim_date: -1 unknown, 0 not yet happened.
with customers as (
  select
    customer_id,
    min(customer_unique_id) as customer_unique_id,
    min(zip_code_prefix) as zip_code_prefix
  from stg_customers
  group by customer_id
),

items as (
  select
    order_id,
    count(*) as items,
    sum(price_cents) as price_cents,
    sum(freight_cents) as freight_cents
  from stg_order_items
  group by order_id
),

payments as (
  select
    order_id,
    sum(payment_cents) as payment_cents
  from stg_payments
  group by order_id
),

persons as (
  select
    orders.*,
    coalesce(customers.customer_unique_id, 'unknown') as customer_unique_id,
    coalesce(customers.zip_code_prefix, 'unknown') as zip_code_prefix
  from stg_orders as orders
  left join customers on customers.customer_id = orders.customer_id
),

ranked as (
  select
    persons.*,
    row_number() over (
      partition by customer_unique_id
      order by purchased_at nulls last, order_id nulls last
    ) as nth_order
  from persons
)

select
  ranked.order_id as order_id,
  ranked.customer_id as customer_id,
  ranked.customer_unique_id as customer_unique_id,
  ranked.zip_code_prefix as zip_code_prefix,
  ranked.order_status as order_status,
  ranked.purchased_at as purchased_at,
  ranked.approved_at as approved_at,
  ranked.handed_over_at as handed_over_at,
  ranked.delivered_at as delivered_at,
  ranked.estimated_delivery_at as estimated_delivery_at,
  cast(ranked.purchased_at as date) as purchase_date,
  coalesce(purchase_day.date_key, -1) as purchase_date_key,
  coalesce(
    approved_day.date_key,
    case
      when ranked.approved_at is null and ranked.order_status in ('created', 'canceled', 'unavailable') then 0
      else -1
    end
  ) as approved_date_key,
  coalesce(
    handed_over_day.date_key,
    case
      when ranked.handed_over_at is null and ranked.order_status not in ('shipped', 'delivered') then 0
      else -1
    end
  ) as handed_over_date_key,
  coalesce(
    delivered_day.date_key,
    case
      when ranked.delivered_at is null and ranked.order_status <> 'delivered' then 0
      else -1
    end
  ) as delivered_date_key,
  coalesce(estimated_day.date_key, -1) as estimated_delivery_date_key,
  ranked.customer_unique_id <> 'unknown' and ranked.nth_order = 1 as is_new_customer,
  cast(coalesce(items.items, 0) as integer) as items,
  cast(coalesce(items.price_cents, 0) as bigint) as price_cents,
  cast(coalesce(items.freight_cents, 0) as bigint) as freight_cents,
  cast(coalesce(payments.payment_cents, 0) as bigint) as payment_cents
from ranked
left join items on items.order_id = ranked.order_id
left join payments on payments.order_id = ranked.order_id
left join dim_date as purchase_day on purchase_day.date = cast(ranked.purchased_at as date)
left join dim_date as approved_day on approved_day.date = cast(ranked.approved_at as date)
left join dim_date as handed_over_day on handed_over_day.date = cast(ranked.handed_over_at as date)
left join dim_date as delivered_day on delivered_day.date = cast(ranked.delivered_at as date)
left join dim_date as estimated_day on estimated_day.date = cast(ranked.estimated_delivery_at as date)
order by order_id
