-- Grain: one row per (channel, first_date)
-- Sources: stg_lift_tests
select
  channel,
  first_date,
  last_date,
  spend_factor,
  lift_orders,
  standard_error
from stg_lift_tests
order by channel, first_date
