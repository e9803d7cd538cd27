-- Grain: one row per (order_id, order_item_id)
-- Sources: order_parts, fct_order_events, fct_recognition, profit_lines
-- What an item earned and cost in the end. GMV and acquisition cost stand whatever became of the
-- order; every other line where its status lets it. A contribution holds the lines of its section and
-- of those before.
-- Conserves: items and price of dwh.fct_order_items; with fct_orders_without_items, the acquisition
-- cost of attribution.fct_order_attribution.
with lines as (
  select
    r.order_id,
    r.order_item_id,
    total(case when r.line = '{order_line}' then r.amount_cents else 0 end) as {order_line}_cents,
    total(case when l.section_no <= 1 then l.sign * r.amount_cents else 0 end)
      as contribution_1_cents,
    total(case when l.section_no <= 2 then l.sign * r.amount_cents else 0 end)
      as contribution_2_cents,
    total(case when l.section_no <= 3 then l.sign * r.amount_cents else 0 end)
      as contribution_3_cents
  from fct_recognition as r
  inner join profit_lines as l on l.line = r.line
  group by r.order_id, r.order_item_id
)

select
  i.order_id,
  cast(i.order_item_id as integer) as order_item_id,
  e.purchase_date,
  e.order_status,
  e.customer_unique_id,
  i.seller_id,
  i.product_id,
  e.channel,
  cast(i.price_cents as bigint) as gmv_cents,
  coalesce(l.{order_line}_cents, 0) as {order_line}_cents,
  coalesce(l.contribution_1_cents, 0) as contribution_1_cents,
  coalesce(l.contribution_2_cents, 0) as contribution_2_cents,
  coalesce(l.contribution_3_cents, 0) as contribution_3_cents
from order_parts as i
left join fct_order_events as e on e.order_id = i.order_id
left join lines as l on l.order_id = i.order_id and l.order_item_id = i.order_item_id
where i.items > 0
order by i.order_id, i.order_item_id
