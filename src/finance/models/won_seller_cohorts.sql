-- Grain: one row per (closing_month)
-- Sources: won_sellers, fct_unit_economics, fct_subscriptions, daily_postings, fixed_costs
-- What the sellers won in one month brought since the day of their deal: what was sold, revenue and
-- contribution of their items with their subscriptions; and what winning sellers cost in that month, where
-- a fixed cost is declared to do that. Conserves: every won seller; every cent declared for winning them.
with brought as (
  select
    u.seller_id,
    1 as items,
    u.gmv_cents,
    0
      + u.{revenue_line}_cents
      as revenue_cents,
    u.contribution_2_cents as contribution_cents
  from fct_unit_economics as u
  inner join won_sellers as w on w.seller_id = u.seller_id
  where u.purchase_date >= w.closing_date

  union all

  select
    s.seller_id,
    0 as items,
    0 as gmv_cents,
    s.recognised_cents as revenue_cents,
    s.recognised_cents as contribution_cents
  from fct_subscriptions as s
  inner join won_sellers as w on w.seller_id = s.seller_id
  where s.month >= month_of(w.closing_date)
),

sellers as (
  select
    seller_id,
    max(items) as sells,
    total(gmv_cents) as gmv_cents,
    total(revenue_cents) as revenue_cents,
    total(contribution_cents) as contribution_cents
  from brought
  group by seller_id
),

costs as (
  select
    month_of(p.entry_date) as closing_month,
    total(p.amount_cents) as winning_cost_cents
  from daily_postings as p
  inner join fixed_costs as f on f.name = p.segment
  where p.posting = 'fixed_cost' and f.wins_sellers
  group by month_of(p.entry_date)
),

all_months as (
  select month_of(closing_date) as closing_month from won_sellers
  union
  select closing_month from costs
),

cohorts as (
  select
    m.closing_month,
    count(w.seller_id) as won_sellers,
    total(coalesce(s.sells, 0)) as selling_sellers,
    total(coalesce(s.gmv_cents, 0)) as gmv_cents,
    total(coalesce(s.revenue_cents, 0)) as revenue_cents,
    total(coalesce(s.contribution_cents, 0)) as contribution_cents,
    k.winning_cost_cents
  from all_months as m
  left join costs as k on k.closing_month = m.closing_month
  left join won_sellers as w on month_of(w.closing_date) = m.closing_month
  left join sellers as s on s.seller_id = w.seller_id
  group by m.closing_month, k.winning_cost_cents
)

select
  closing_month,
  won_sellers,
  selling_sellers,
  gmv_cents,
  revenue_cents,
  contribution_cents,
  ratio_or_null(revenue_cents, won_sellers) as revenue_per_seller_cents,
  ratio_or_null(contribution_cents, won_sellers) as contribution_per_seller_cents,
  winning_cost_cents,
  ratio_or_null(winning_cost_cents, won_sellers) as cac_cents
from cohorts
order by closing_month
