-- Grain: one row per (order_id, order_item_id)
-- Sources: dwh.fct_order_items, dim_seller_tier, item_splits, params
-- What each line of an item comes to where it stands; order_lines says whether and when it does.
-- Conserves: every item, once.
select
  i.order_id,
  i.order_item_id,
  i.seller_id,
  i.product_id,
  i.price_cents as gmv_cents,
  (2 * i.price_cents * t.commission_bps + 10000) // 20000 as commission_cents,
  i.freight_cents,
  s.payment_fee_cents,
  (2 * i.freight_cents * p.carrier_cost_bps + 10000) // 20000 as carrier_cents,
  s.operations_cost_cents as operations_cents,
  (2 * i.freight_cents * p.sla_penalty_bps + 10000) // 20000 as sla_penalty_cents,
  s.acquisition_cost_cents
from dwh.fct_order_items as i
left join dim_seller_tier as t on t.seller_id = i.seller_id
left join item_splits as s on s.order_id = i.order_id and s.order_item_id = i.order_item_id
cross join params as p
