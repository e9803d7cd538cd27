-- Grain: one row per (customer_unique_id)
-- Sources: order_results
-- Whom a channel won, and in which month: the first order of a person that the data hold.
-- Conserves: new customers of channel_economics.
select
  customer_unique_id,
  min(channel) as channel,
  min(month) as cohort_month,
  min(month_no) as cohort_no
from order_results
where is_new_customer
group by customer_unique_id
