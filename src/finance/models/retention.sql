-- Grain: one row per (cohort_month, months_since)
-- Sources: order_results, new_customers, months
-- Of the customers whose first order fell into a month, how many ordered so many months later, up to the
-- end of the data; the first order itself is month 0. Conserves: new customers of channel_economics.
with cohorts as (
  select
    cohort_month,
    cohort_no,
    count(*) as customers
  from new_customers
  group by cohort_month, cohort_no
),

active as (
  select
    c.cohort_month,
    o.month_no - c.cohort_no as months_since,
    count(distinct o.customer_unique_id) as active_customers
  from order_results as o
  inner join new_customers as c on c.customer_unique_id = o.customer_unique_id
  group by c.cohort_month, o.month_no - c.cohort_no
)

select
  c.cohort_month,
  cast(m.month_no - c.cohort_no as integer) as months_since,
  c.customers,
  coalesce(a.active_customers, 0) as active_customers,
  bps_or_null(coalesce(a.active_customers, 0), c.customers) as retention_bps
from cohorts as c
inner join months as m on m.month_no >= c.cohort_no
left join active as a
  on a.cohort_month = c.cohort_month and a.months_since = m.month_no - c.cohort_no
order by c.cohort_month, months_since
