-- Grain: one row per (order_id)
-- Sources: order_parts, fct_order_events, fct_recognition
-- What belongs to an order without items stays at the order: its payment fee, where it stands, and
-- its acquisition cost. Conserves: with fct_unit_economics, every order, once.
with lines as (
  select
    order_id,
    total(case when line = 'payment_fee' then amount_cents else 0 end) as payment_fee_cents,
    total(case when line = 'acquisition_cost' then amount_cents else 0 end)
      as acquisition_cost_cents
  from fct_recognition
  where order_item_id = 0
  group by order_id
)

select
  e.order_id,
  e.purchase_date,
  e.order_status,
  e.customer_unique_id,
  e.channel,
  coalesce(l.payment_fee_cents, 0) as payment_fee_cents,
  coalesce(l.acquisition_cost_cents, 0) as acquisition_cost_cents
from order_parts as i
inner join fct_order_events as e on e.order_id = i.order_id
left join lines as l on l.order_id = i.order_id
where i.items = 0
order by e.order_id
