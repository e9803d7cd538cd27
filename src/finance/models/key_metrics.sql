-- Grain: one row per (period, start_date)
-- Sources: pnl_cohort_daily, channel_economics, market.dim_channel, order_results
-- The ratios that a marketplace is read by, for every month and for the horizon, by purchase cohort. A
-- repeat customer of a period was won in it and ordered again in it. Null where there is nothing to
-- divide by. Conserves: the sums of the daily profit and loss and of channel_economics.
with periods as (
  select 'month' as period
  union all
  select 'horizon' as period
),

days as (
  select
    p.period,
    case p.period when 'month' then month_of(d.date) else h.first_date end as start_date,
    d.*
  from pnl_cohort_daily as d
  cross join periods as p
  cross join (select min(date) as first_date from pnl_cohort_daily) as h
),

profit as (
  select
    period,
    start_date,
    total(orders) as orders,
    total(gmv_cents) as gmv_cents,
    total(
      0
      + {revenue}_cents
    ) as revenue_cents,
    total(contribution_after_marketing_cents) as contribution_after_marketing_cents
  from days
  group by period, start_date
),

starts as (
  select distinct
    period,
    start_date,
    case when period = 'month' then start_date end as month
  from days
),

channels as (
  select
    s.period,
    s.start_date,
    total(e.spend_cents) as spend_cents,
    total(e.new_customers) as new_customers,
    total(case when c.is_paid then e.new_customers else 0 end) as paid_new_customers
  from starts as s
  inner join channel_economics as e on s.month is null or e.month = s.month
  left join market.dim_channel as c on c.channel = e.channel
  group by s.period, s.start_date
),

customers as (
  select
    p.period,
    case p.period when 'month' then o.month else h.start_date end as start_date,
    o.customer_unique_id,
    count(*) as orders
  from order_results as o
  cross join periods as p
  cross join (select start_date from starts where month is null) as h
  group by 1, 2, 3
  having max(o.is_new_customer)
),

repeats as (
  select
    period,
    start_date,
    count(*) as customers,
    total(case when orders > 1 then 1 else 0 end) as repeat_customers
  from customers
  group by period, start_date
)

select
  p.period,
  p.start_date,
  p.orders,
  p.gmv_cents,
  p.revenue_cents,
  p.contribution_after_marketing_cents,
  ratio_or_null(p.gmv_cents, p.orders) as aov_cents,
  bps_or_null(p.revenue_cents, p.gmv_cents) as take_rate_bps,
  bps_or_null(p.contribution_after_marketing_cents, p.gmv_cents) as margin_of_gmv_bps,
  bps_or_null(p.contribution_after_marketing_cents, p.revenue_cents) as margin_of_revenue_bps,
  c.spend_cents,
  c.new_customers,
  c.paid_new_customers,
  ratio_or_null(c.spend_cents, c.new_customers) as blended_cac_cents,
  ratio_or_null(c.spend_cents, c.paid_new_customers) as paid_cac_cents,
  bps_or_null(r.repeat_customers, r.customers) as repeat_rate_bps
from profit as p
inner join channels as c on c.period = p.period and c.start_date = p.start_date
left join repeats as r on r.period = p.period and r.start_date = p.start_date
order by period, start_date
