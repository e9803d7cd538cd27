-- Grain: one row per (order_id), every order of dwh.fct_orders
-- Sources: dwh.fct_orders, bridge_order_clicks
-- Conserves: orders; acquisition cost = cents consumed
with served_orders as (
  select
    order_id,
    max(channel) as channel,
    total(clicks) as clicks,
    total(cost_cents) as cost_cents
  from bridge_order_clicks
  group by
    order_id
)
select
  orders.order_id,
  orders.purchase_date,
  coalesce(served_orders.channel, 'direct') as channel,
  orders.is_new_customer,
  coalesce(served_orders.clicks, 0) as clicks,
  coalesce(served_orders.cost_cents, 0) as acquisition_cost_cents
from dwh.fct_orders as orders
left join served_orders
  on served_orders.order_id = orders.order_id
order by
  orders.order_id
