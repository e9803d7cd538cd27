-- Grain: one row per (order_id)
-- Sources: fct_unit_economics, fct_orders_without_items, attribution.fct_order_attribution, months
-- What an order came to, with or without items, and whether it won its customer.
-- Conserves: the contributions of both facts.
with results as (
  select
    order_id,
    purchase_date,
    customer_unique_id,
    channel,
    contribution_2_cents,
    acquisition_cost_cents
  from fct_unit_economics

  union all

  select
    order_id,
    purchase_date,
    customer_unique_id,
    channel,
    -payment_fee_cents as contribution_2_cents,
    acquisition_cost_cents
  from fct_orders_without_items
),

orders as (
  select
    order_id,
    purchase_date,
    customer_unique_id,
    channel,
    sum(contribution_2_cents) as contribution_2_cents,
    sum(acquisition_cost_cents) as acquisition_cost_cents
  from results
  group by order_id, purchase_date, customer_unique_id, channel
)

select
  o.order_id,
  o.customer_unique_id,
  o.channel,
  m.month_no,
  m.month,
  coalesce(a.is_new_customer, false) as is_new_customer,
  o.contribution_2_cents,
  o.acquisition_cost_cents
from orders as o
left join months as m on m.month = cast(date_trunc('month', o.purchase_date) as date)
left join attribution.fct_order_attribution as a on a.order_id = o.order_id
