-- Grain: one row per (order_id, order_item_id)
-- Sources: order_parts, dim_seller_tier, order_costs, item_splits, params
-- What each line of an item comes to where it stands; fct_recognition says whether and when it
-- does. One column per line that arises with orders. An order without items (items = 0) has what
-- belongs to the order alone. Conserves: every item and every order, once.
with amounts as (
  select
    i.order_id,
    case when i.order_items > 1 then s.{whole}_cents else o.{whole}_cents end as {whole}_cents,
    coalesce(share_of(i.price_cents, t.commission_bps), 0) as commission_cents,
    case when p.goods_role = 'principal' then i.price_cents else 0 end as goods_revenue_cents,
    case when p.goods_role = 'principal' then i.cost_cents else 0 end as told_cost_cents,
    i.freight_cents,
    case when p.freight_role = 'principal' then 0 else i.freight_cents end as agent_freight_cents,
    share_of(i.freight_cents, p.carrier_cost_bps) as carrier_cost_cents,
    i.items * (
      case when i.order_items > 1 then s.operations_base_cents else o.operations_base_cents end
      + o.operations_item_cents
    ) as operations_cost_cents,
    share_of(i.freight_cents, p.sla_penalty_bps) as sla_penalty_cents,
    i.order_item_id
  from order_parts as i
  left join dim_seller_tier as t on t.seller_id = i.seller_id
  left join order_costs as o on o.order_id = i.order_id
  left join item_splits as s on s.order_id = i.order_id and s.order_item_id = i.order_item_id
  cross join params as p
),

freight as (
  select
    *,
    least(agent_freight_cents, carrier_cost_cents) as freight_passed_on_cents,
    freight_cents - least(agent_freight_cents, carrier_cost_cents) as freight_billed_cents
  from amounts
)

select
  a.*,
  coalesce(a.told_cost_cents, share_of(a.goods_revenue_cents, p.cost_of_goods_bps)) as cost_of_goods_cents,
  share_of(a.commission_cents, p.commission_tax_bps) as commission_tax_cents,
  share_of(a.freight_billed_cents, p.freight_tax_bps) as freight_tax_cents
from freight as a
cross join params as p
