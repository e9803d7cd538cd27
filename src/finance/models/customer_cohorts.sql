-- Grain: one row per (channel, cohort_month, months_since)
-- Sources: order_results, new_customers, months
-- What the customers whom a channel won in a month brought in, month after month, up to the end of
-- the data: contribution 2 of all their orders, whatever channel brought them back, and what winning
-- them back cost. Cumulated: both, from their first month on, before what it cost to win them.
-- Conserves: contribution 2 of every order of a customer whose first order the data holds.
with cohorts as (
  select
    channel,
    cohort_month,
    cohort_no
  from new_customers
  group by channel, cohort_month, cohort_no
),

results as (
  select
    c.channel,
    c.cohort_month,
    o.month_no - c.cohort_no as months_since,
    count(*) as orders,
    total(o.contribution_2_cents) as contribution_2_cents,
    total(case when o.is_new_customer then 0 else o.acquisition_cost_cents end)
      as repeat_acquisition_cents
  from order_results as o
  inner join new_customers as c on c.customer_unique_id = o.customer_unique_id
  group by c.channel, c.cohort_month, o.month_no - c.cohort_no
),

filled as (
  select
    c.channel,
    c.cohort_month,
    m.month_no - c.cohort_no as months_since,
    coalesce(r.orders, 0) as orders,
    coalesce(r.contribution_2_cents, 0) as contribution_2_cents,
    coalesce(r.repeat_acquisition_cents, 0) as repeat_acquisition_cents
  from cohorts as c
  inner join months as m on m.month_no >= c.cohort_no
  left join results as r
    on
      r.channel = c.channel
      and r.cohort_month = c.cohort_month
      and r.months_since = m.month_no - c.cohort_no
)

select
  channel,
  cohort_month,
  cast(months_since as integer) as months_since,
  orders,
  contribution_2_cents,
  repeat_acquisition_cents,
  cast(sum(contribution_2_cents - repeat_acquisition_cents) over (
    partition by channel, cohort_month
    order by months_since nulls last
  ) as bigint) as cumulated_cents
from filled
order by channel, cohort_month, months_since
