-- Grain: one row per (order_id)
-- Sources: order_parts, fct_order_events, fct_recognition, profit_lines
-- What belongs to an order without items stays at the order: what the acquirer takes, where it stands,
-- and its acquisition cost. Conserves: with fct_unit_economics, every order, once.
select
  e.order_id,
  e.purchase_date,
  e.order_status,
  e.customer_unique_id,
  e.channel,
  total(case when r.line = '{whole}' then r.amount_cents else 0 end) as {whole}_cents,
  total(case when l.section_no <= 2 then l.sign * r.amount_cents else 0 end) as contribution_2_cents,
  total(case when l.section_no <= 3 then l.sign * r.amount_cents else 0 end) as contribution_3_cents
from order_parts as p
inner join fct_order_events as e on e.order_id = p.order_id
left join fct_recognition as r on r.order_id = p.order_id and r.order_item_id = 0
left join profit_lines as l on l.line = r.line
where p.items = 0
group by
  e.order_id, e.purchase_date, e.order_status, e.customer_unique_id, e.channel
order by order_id
