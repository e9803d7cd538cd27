-- Grain: one row per (posting, entry_date, segment)
-- Sources: market.fct_marketing_daily, attribution.click_inventory_daily, fct_subscriptions, fixed_costs,
-- days, months, params
-- What marketing (by channel), subscriptions (by plan, with their tax) and fixed costs (by name) put
-- into the journal, and on which day.
-- Conserves: spend, released cost, inventory movements and billings, to the cent.
with inventory_postings as (
  select 'born' as posting
  union all
  select 'acquisition_cost' as posting
  union all
  select 'marketing_decayed' as posting
  union all
  select 'marketing_expired' as posting
),

plan_days as (
  select
    d.date,
    s.plan,
    total(day_share(s.billed_cents, d.days_in_month, d.day_no)) as earned_cents
  from days as d
  inner join months as m on m.month_no = d.month_no
  inner join fct_subscriptions as s on s.month = m.month
  group by d.date, s.plan
)

select 'spend' as posting, date as entry_date, channel as segment, spend_cents as amount_cents
from market.fct_marketing_daily

union all

select
  'marketing_no_response' as posting,
  date as entry_date,
  channel as segment,
  released_cost_cents as amount_cents
from market.fct_marketing_daily
where clicks = 0

union all

select
  p.posting,
  i.date as entry_date,
  i.channel as segment,
  case p.posting
    when 'born' then i.born_cents
    when 'acquisition_cost' then i.consumed_cents
    when 'marketing_decayed' then i.decayed_cents
    when 'marketing_expired' then i.expired_cents
  end as amount_cents
from attribution.click_inventory_daily as i
cross join inventory_postings as p

union all

select
  'billing' as posting,
  month as entry_date,
  plan as segment,
  total(billed_cents) as amount_cents
from fct_subscriptions
group by month, plan

union all

select
  'subscription_revenue' as posting,
  date as entry_date,
  plan as segment,
  earned_cents as amount_cents
from plan_days

union all

select
  'subscription_tax' as posting,
  s.date as entry_date,
  s.plan as segment,
  share_of(s.earned_cents, p.subscription_tax_bps) as amount_cents
from plan_days as s
cross join params as p

union all

select
  'fixed_cost' as posting,
  d.date as entry_date,
  f.name as segment,
  day_share(f.month_cents, d.days_in_month, d.day_no) as amount_cents
from days as d
cross join fixed_costs as f
