-- Grain: one row per (month), gapless over the horizon
-- Sources: months, fct_subscriptions
-- How the monthly recurring revenue of a month's opening became that of its closing.
-- Conserves: closing = opening + new + reactivation + expansion + contraction + churn.
with movements as (
  select
    m.month,
    total(case when s.mrr_cents > 0 then 1 else 0 end) as subscribers,
    total(case when s.movement = 'new' then s.mrr_change_cents else 0 end) as new_cents,
    total(case when s.movement = 'reactivation' then s.mrr_change_cents else 0 end)
      as reactivation_cents,
    total(case when s.movement = 'expansion' then s.mrr_change_cents else 0 end) as expansion_cents,
    total(case when s.movement = 'contraction' then s.mrr_change_cents else 0 end)
      as contraction_cents,
    total(case when s.movement = 'churn' then s.mrr_change_cents else 0 end) as churn_cents
  from months as m
  left join fct_subscriptions as s on s.month = m.month
  group by m.month
),

changes as (
  select
    *,
    new_cents + reactivation_cents + expansion_cents + contraction_cents + churn_cents
      as change_cents
  from movements
),

running as (
  select
    *,
    cast(sum(change_cents) over (order by month nulls last) as bigint) as closing_cents
  from changes
)

select
  month,
  subscribers,
  closing_cents - change_cents as opening_cents,
  new_cents,
  reactivation_cents,
  expansion_cents,
  contraction_cents,
  churn_cents,
  closing_cents
from running
order by month
