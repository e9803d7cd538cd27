-- Grain: one row per (order_id)
-- Sources: dwh.fct_order_items, fct_order_events, order_lines, order_wholes
-- What belongs to an order without items stays at the order: its payment fee, where it stands, and
-- its acquisition cost. Conserves: with fct_unit_economics, every order, once.
with bare_orders as (
  select e.*
  from fct_order_events as e
  left join (select distinct order_id from dwh.fct_order_items) as i on i.order_id = e.order_id
  where i.order_id is null
)

select
  e.order_id,
  e.purchase_date,
  e.order_status,
  e.customer_unique_id,
  e.channel,
  cast(case when l.payment_fee_date is null then 0 else w.payment_fee_cents end as bigint)
    as payment_fee_cents,
  cast(w.acquisition_cost_cents as bigint) as acquisition_cost_cents
from bare_orders as e
left join order_lines as l on l.order_id = e.order_id
left join order_wholes as w on w.order_id = e.order_id
order by e.order_id
