-- Grain: one row per (subject, subject_id)
-- Sources: fct_unit_economics, order_results
-- Contribution 3 of every item, order, seller and customer. Orders without items count for orders and
-- customers. Conserves: contribution 3, once for each subject.
select
  'item' as subject,
  concat(order_id, ':', cast(order_item_id as varchar)) as subject_id,
  contribution_3_cents
from fct_unit_economics

union all

select
  'order' as subject,
  order_id as subject_id,
  contribution_3_cents
from order_results

union all

select
  'seller' as subject,
  seller_id as subject_id,
  total(contribution_3_cents) as contribution_3_cents
from fct_unit_economics
group by seller_id

union all

select
  'customer' as subject,
  customer_unique_id as subject_id,
  total(contribution_3_cents) as contribution_3_cents
from order_results
group by customer_unique_id
