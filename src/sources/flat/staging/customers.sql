-- Grain: one row per (customer_id): the person, with the address of its latest order
-- Sources: lines of a flat export
with lines as (
{{lines}}
),

addresses as (
  select
    customer_id,
    zip_code_prefix,
    city,
    state,
    row_number() over (
      partition by customer_id
      order by
        case when zip_code_prefix is null then 1 else 0 end nulls last,
        purchased_at desc nulls last,
        order_id nulls last,
        zip_code_prefix nulls last,
        city nulls last
    ) as nth_address
  from lines
  where customer_id is not null
)

select
  customer_id,
  customer_id as customer_unique_id,
  zip_code_prefix,
  city,
  state
from addresses
where nth_address = 1
