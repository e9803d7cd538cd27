-- Grain: one row per item, order, seller and customer
-- Sources: fct_unit_economics, order_results
-- Contribution 3 of every item, order, seller and customer. Orders without items count for orders and
-- customers. Conserves: contribution 3, once for each subject.
select
  'item' as subject,
  contribution_3_cents
from fct_unit_economics

union all

select
  'order' as subject,
  contribution_3_cents
from order_results

union all

select
  'seller' as subject,
  total(contribution_3_cents) as contribution_3_cents
from fct_unit_economics
group by seller_id

union all

select
  'customer' as subject,
  total(contribution_3_cents) as contribution_3_cents
from order_results
group by customer_unique_id
