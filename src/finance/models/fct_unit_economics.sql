-- Grain: one row per (order_id, order_item_id)
-- Sources: order_parts, fct_order_events, fct_recognition
-- What an item earned and cost in the end. GMV and acquisition cost stand whatever became of the
-- order; every other line where its status lets it. A contribution holds the lines of its section and
-- of those before.
-- Conserves: items and price of dwh.fct_order_items; with fct_orders_without_items, the acquisition
-- cost of attribution.fct_order_attribution.
with lines as (
  select
    order_id,
    total(case when line = '{order_line}' then amount_cents else 0 end) as {order_line}_cents,
    order_item_id
  from fct_recognition
  group by order_id, order_item_id
),

items as (
  select
    i.order_id,
    i.order_item_id,
    e.purchase_date,
    e.order_status,
    e.customer_unique_id,
    i.seller_id,
    i.product_id,
    e.channel,
    coalesce(l.{order_line}_cents, 0) as {order_line}_cents,
    i.price_cents
  from order_parts as i
  left join fct_order_events as e on e.order_id = i.order_id
  left join lines as l on l.order_id = i.order_id and l.order_item_id = i.order_item_id
  where i.items > 0
)

select
  order_id,
  cast(order_item_id as integer) as order_item_id,
  purchase_date,
  order_status,
  customer_unique_id,
  seller_id,
  product_id,
  channel,
  cast(price_cents as bigint) as gmv_cents,
  {order_line}_cents,
  0
    {sign} {order_line_1}_cents
    as contribution_1_cents,
  0
    {sign} {order_line_2}_cents
    as contribution_2_cents,
  0
    {sign} {order_line_3}_cents
    as contribution_3_cents
from items
order by order_id, order_item_id
