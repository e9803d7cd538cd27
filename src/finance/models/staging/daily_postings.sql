-- Grain: one row per (posting, entry_date, segment)
-- Sources: market.fct_marketing_daily, attribution.click_inventory_daily, fct_subscriptions, fixed_costs,
-- days, months, params
-- What marketing (by channel), subscriptions (by plan, with their tax) and fixed costs (by name) put
-- into the journal, and on which day.
-- Conserves: spend, released cost, inventory movements and billings, to the cent.
with marketing as (
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
),

inventory_postings as (
  select 'born' as posting
  union all
  select 'acquisition_cost' as posting
  union all
  select 'marketing_decayed' as posting
  union all
  select 'marketing_expired' as posting
),

inventory as (
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
),

subscriptions as (
  select 'billing' as posting, month as entry_date, plan as segment, billed_cents as amount_cents
  from fct_subscriptions

  union all

  select
    'subscription_revenue' as posting,
    d.date as entry_date,
    s.plan as segment,
    day_share(s.billed_cents, d.days_in_month, d.day_no) as amount_cents
  from days as d
  inner join months as m on m.month_no = d.month_no
  inner join fct_subscriptions as s on s.month = m.month
),

fixed as (
  select
    'fixed_cost' as posting,
    d.date as entry_date,
    f.name as segment,
    day_share(f.month_cents, d.days_in_month, d.day_no) as amount_cents
  from days as d
  cross join fixed_costs as f
),

postings as (
  select posting, entry_date, segment, amount_cents from marketing
  union all
  select posting, entry_date, segment, amount_cents from inventory
  union all
  select posting, entry_date, segment, amount_cents from subscriptions
  union all
  select posting, entry_date, segment, amount_cents from fixed
),

plan_days as (
  select
    entry_date,
    segment,
    sum(amount_cents) as amount_cents
  from subscriptions
  where posting = 'subscription_revenue'
  group by entry_date, segment
)

select
  posting,
  entry_date,
  segment,
  total(amount_cents) as amount_cents
from postings
group by posting, entry_date, segment

union all

select
  'subscription_tax' as posting,
  s.entry_date,
  s.segment,
  cast(share_of(s.amount_cents, p.subscription_tax_bps) as bigint) as amount_cents
from plan_days as s
cross join params as p
