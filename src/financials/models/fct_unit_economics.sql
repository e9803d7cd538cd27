-- Grain: one row per (order_id, order_item_id)
-- Sources: dwh.fct_order_items, fct_order_events, order_lines, item_amounts, item_splits
-- What an item earned and cost in the end. GMV and acquisition cost stand whatever became of the
-- order; every other line stands where order_lines keeps it.
-- Conserves: items and price of dwh.fct_order_items; with fct_orders_without_items, the acquisition
-- cost of attribution.fct_order_attribution.
with kept as (
  select
    a.order_id,
    a.order_item_id,
    sum(case when a.line = 'commission' then a.amount_cents else 0 end) as commission_cents,
    sum(case when a.line = 'freight' then a.amount_cents else 0 end) as freight_billed_cents,
    sum(case when a.line = 'payment_fee' then a.amount_cents else 0 end) as payment_fee_cents,
    sum(case when a.line = 'carrier' then a.amount_cents else 0 end) as carrier_cost_cents,
    sum(case when a.line = 'operations' then a.amount_cents else 0 end) as operations_cost_cents,
    sum(case when a.line = 'sla_penalty' then a.amount_cents else 0 end) as sla_penalty_cents
  from item_amounts as a
  inner join order_lines as l on l.order_id = a.order_id and l.line = a.line
  where l.is_kept
  group by a.order_id, a.order_item_id
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
    i.price_cents as gmv_cents,
    coalesce(k.commission_cents, 0) as commission_cents,
    coalesce(k.payment_fee_cents, 0) as payment_fee_cents,
    coalesce(k.freight_billed_cents, 0) as freight_billed_cents,
    coalesce(k.carrier_cost_cents, 0) as carrier_cost_cents,
    coalesce(k.operations_cost_cents, 0) as operations_cost_cents,
    coalesce(k.sla_penalty_cents, 0) as sla_penalty_cents,
    s.acquisition_cost_cents
  from dwh.fct_order_items as i
  left join fct_order_events as e on e.order_id = i.order_id
  left join kept as k on k.order_id = i.order_id and k.order_item_id = i.order_item_id
  left join item_splits as s on s.order_id = i.order_id and s.order_item_id = i.order_item_id
),

margins as (
  select
    *,
    commission_cents - payment_fee_cents as contribution_1_cents,
    freight_billed_cents - carrier_cost_cents - operations_cost_cents - sla_penalty_cents
      as fulfilment_margin_cents
  from items
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
  cast(gmv_cents as bigint) as gmv_cents,
  cast(commission_cents as bigint) as commission_cents,
  cast(payment_fee_cents as bigint) as payment_fee_cents,
  cast(freight_billed_cents as bigint) as freight_billed_cents,
  cast(carrier_cost_cents as bigint) as carrier_cost_cents,
  cast(operations_cost_cents as bigint) as operations_cost_cents,
  cast(sla_penalty_cents as bigint) as sla_penalty_cents,
  cast(acquisition_cost_cents as bigint) as acquisition_cost_cents,
  cast(contribution_1_cents as bigint) as contribution_1_cents,
  cast(contribution_1_cents + fulfilment_margin_cents as bigint) as contribution_2_cents,
  cast(contribution_1_cents + fulfilment_margin_cents - acquisition_cost_cents as bigint)
    as contribution_3_cents
from margins
order by order_id, order_item_id
