-- Grain: one row per (order_id)
-- Sources: fct_order_events, fct_unit_economics, fct_orders_without_items, months,
-- attribution.fct_order_attribution
-- What an order came to, with or without items, and whether it won its customer.
-- Conserves: the contributions of both facts.
with parts as (
  select order_id, contribution_2_cents, contribution_3_cents
  from fct_unit_economics

  union all

  select order_id, contribution_2_cents, contribution_3_cents
  from fct_orders_without_items
),

results as (
  select
    order_id,
    total(contribution_2_cents) as contribution_2_cents,
    total(contribution_3_cents) as contribution_3_cents
  from parts
  group by order_id
)

select
  e.order_id,
  e.customer_unique_id,
  e.channel,
  m.month_no,
  m.month,
  coalesce(a.is_new_customer, false) as is_new_customer,
  e.acquisition_cost_cents,
  r.contribution_2_cents,
  r.contribution_3_cents
from fct_order_events as e
inner join results as r on r.order_id = e.order_id
left join months as m on m.month = month_of(e.purchase_date)
left join attribution.fct_order_attribution as a on a.order_id = e.order_id
