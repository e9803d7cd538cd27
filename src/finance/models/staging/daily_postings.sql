-- Grain: one row per (posting, entry_date, party)
-- Sources: market.fct_marketing_daily, attribution.click_inventory_daily, fct_subscriptions, days,
-- months
-- What marketing (by channel) and subscriptions (by plan) put into the journal, and on which day.
-- Conserves: spend, released cost, inventory movements and billings, to the cent.
with marketing as (
  select 'spend' as posting, date as entry_date, channel as party, spend_cents as amount_cents
  from market.fct_marketing_daily
  union all
  select
    'marketing_no_response' as posting,
    date as entry_date,
    channel as party,
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
    i.channel as party,
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
  select 'billing' as posting, month as entry_date, plan as party, billed_cents as amount_cents
  from fct_subscriptions

  union all

  select
    'subscription_revenue' as posting,
    d.date as entry_date,
    s.plan as party,
    s.billed_cents // d.days_in_month
    + case when d.day_no <= s.billed_cents % d.days_in_month then 1 else 0 end as amount_cents
  from days as d
  inner join months as m on m.month_no = d.month_no
  inner join fct_subscriptions as s on s.month = m.month
),

postings as (
  select posting, entry_date, party, amount_cents from marketing
  union all
  select posting, entry_date, party, amount_cents from inventory
  union all
  select posting, entry_date, party, amount_cents from subscriptions
)

select
  posting,
  entry_date,
  party,
  total(amount_cents) as amount_cents
from postings
group by posting, entry_date, party
