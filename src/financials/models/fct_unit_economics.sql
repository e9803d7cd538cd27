-- Grain: one row per (order_id, order_item_id)
-- Sources: dwh.fct_order_items, fct_order_events, dim_seller_tier, order_lines, item_splits, params
-- What an item earned and cost in the end. GMV and acquisition cost stand whatever became of the
-- order; every other line stands where order_lines gives it a day.
-- Conserves: items and price of dwh.fct_order_items; with fct_orders_without_items, the acquisition
-- cost of attribution.fct_order_attribution.
with priced as (
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
    case when l.commission_date is null then 0
      else (2 * i.price_cents * t.commission_bps + 10000) // 20000
    end as commission_cents,
    case when l.payment_fee_date is null then 0 else s.payment_fee_cents end as payment_fee_cents,
    case when l.freight_date is null then 0 else i.freight_cents end as freight_billed_cents,
    case when l.carrier_date is null then 0
      else (2 * i.freight_cents * p.carrier_cost_bps + 10000) // 20000
    end as carrier_cost_cents,
    case when l.operations_date is null then 0 else s.operations_cost_cents
    end as operations_cost_cents,
    case when l.sla_penalty_date is null then 0
      else (2 * i.freight_cents * p.sla_penalty_bps + 10000) // 20000
    end as sla_penalty_cents,
    s.acquisition_cost_cents
  from dwh.fct_order_items as i
  left join fct_order_events as e on e.order_id = i.order_id
  left join order_lines as l on l.order_id = i.order_id
  left join item_splits as s on s.order_id = i.order_id and s.order_item_id = i.order_item_id
  left join dim_seller_tier as t on t.seller_id = i.seller_id
  cross join params as p
),

margins as (
  select
    *,
    commission_cents - payment_fee_cents as contribution_1_cents,
    freight_billed_cents - carrier_cost_cents - operations_cost_cents - sla_penalty_cents
      as fulfilment_margin_cents
  from priced
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
