-- Grain: one row per (order_id)
-- Sources: order_parts, fct_order_events, fct_recognition
-- What belongs to an order without items stays at the order: what the acquirer takes, where it stands,
-- and its acquisition cost. Conserves: with fct_unit_economics, every order, once.
with lines as (
  select
    order_id,
    total(case when line = '{whole}' then amount_cents else 0 end) as {whole}_cents,
    order_item_id
  from fct_recognition
  where order_item_id = 0
  group by order_id, order_item_id
),

orders as (
  select
    e.order_id,
    e.purchase_date,
    e.order_status,
    e.customer_unique_id,
    coalesce(l.{whole}_cents, 0) as {whole}_cents,
    e.channel
  from order_parts as i
  inner join fct_order_events as e on e.order_id = i.order_id
  left join lines as l on l.order_id = i.order_id
  where i.items = 0
)

select
  order_id,
  purchase_date,
  order_status,
  customer_unique_id,
  channel,
  {whole}_cents,
  0
    {sign} {whole_2}_cents
    as contribution_2_cents,
  0
    {sign} {whole_3}_cents
    as contribution_3_cents
from orders
order by order_id
