-- Grain: one row per (order_id)
-- Sources: fct_order_events, fct_recognition, profit_lines, attribution.fct_order_attribution, months
-- What an order came to, with or without items, and whether it won its customer.
-- Conserves: the contributions of both facts.
with results as (
  select
    r.order_id,
    total(case when l.section_no <= 2 then l.sign * r.amount_cents else 0 end)
      as contribution_2_cents,
    total(case when l.section_no <= 3 then l.sign * r.amount_cents else 0 end)
      as contribution_3_cents
  from fct_recognition as r
  inner join profit_lines as l on l.line = r.line
  group by r.order_id
)

select
  e.order_id,
  e.customer_unique_id,
  e.channel,
  m.month_no,
  m.month,
  coalesce(a.is_new_customer, false) as is_new_customer,
  e.acquisition_cost_cents,
  coalesce(r.contribution_2_cents, 0) as contribution_2_cents,
  coalesce(r.contribution_3_cents, 0) as contribution_3_cents
from fct_order_events as e
left join results as r on r.order_id = e.order_id
left join months as m on m.month = month_of(e.purchase_date)
left join attribution.fct_order_attribution as a on a.order_id = e.order_id
