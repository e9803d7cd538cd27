-- Grain: one row per (order_id, order_item_id)
-- Sources: item_amounts, fct_order_events, order_lines
-- What an item earned and cost in the end. GMV and acquisition cost stand whatever became of the
-- order; every other line stands where order_lines gives it a day.
-- Conserves: items and price of dwh.fct_order_items; with fct_orders_without_items, the acquisition
-- cost of attribution.fct_order_attribution.
with items as (
  select
    a.order_id,
    a.order_item_id,
    e.purchase_date,
    e.order_status,
    e.customer_unique_id,
    a.seller_id,
    a.product_id,
    e.channel,
    a.gmv_cents,
    case when l.commission_date is null then 0 else a.commission_cents end as commission_cents,
    case when l.payment_fee_date is null then 0 else a.payment_fee_cents end as payment_fee_cents,
    case when l.freight_date is null then 0 else a.freight_cents end as freight_billed_cents,
    case when l.carrier_date is null then 0 else a.carrier_cents end as carrier_cost_cents,
    case when l.operations_date is null then 0 else a.operations_cents end
      as operations_cost_cents,
    case when l.sla_penalty_date is null then 0 else a.sla_penalty_cents end as sla_penalty_cents,
    a.acquisition_cost_cents
  from item_amounts as a
  left join fct_order_events as e on e.order_id = a.order_id
  left join order_lines as l on l.order_id = a.order_id
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
