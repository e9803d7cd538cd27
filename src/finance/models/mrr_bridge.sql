-- Grain: one row per (month), gapless over the horizon
-- Sources: months, fct_subscriptions
-- How the monthly recurring revenue of a month's opening became that of its closing.
-- Conserves: closing = opening + new + reactivation + expansion + contraction + churn.
with movements as (
  select
    month,
    sum(case when mrr_cents > 0 then 1 else 0 end) as subscribers,
    sum(case when movement = 'new' then mrr_change_cents else 0 end) as new_cents,
    sum(case when movement = 'reactivation' then mrr_change_cents else 0 end)
      as reactivation_cents,
    sum(case when movement = 'expansion' then mrr_change_cents else 0 end) as expansion_cents,
    sum(case when movement = 'contraction' then mrr_change_cents else 0 end) as contraction_cents,
    sum(case when movement = 'churn' then mrr_change_cents else 0 end) as churn_cents
  from fct_subscriptions
  group by month
),

filled as (
  select
    m.month,
    coalesce(v.subscribers, 0) as subscribers,
    coalesce(v.new_cents, 0) as new_cents,
    coalesce(v.reactivation_cents, 0) as reactivation_cents,
    coalesce(v.expansion_cents, 0) as expansion_cents,
    coalesce(v.contraction_cents, 0) as contraction_cents,
    coalesce(v.churn_cents, 0) as churn_cents
  from months as m
  left join movements as v on v.month = m.month
),

running as (
  select
    *,
    new_cents + reactivation_cents + expansion_cents + contraction_cents + churn_cents
      as change_cents,
    sum(new_cents + reactivation_cents + expansion_cents + contraction_cents + churn_cents) over (
      order by month nulls last
      rows between unbounded preceding and current row
    ) as closing_cents
  from filled
)

select
  month,
  cast(subscribers as bigint) as subscribers,
  cast(closing_cents - change_cents as bigint) as opening_cents,
  cast(new_cents as bigint) as new_cents,
  cast(reactivation_cents as bigint) as reactivation_cents,
  cast(expansion_cents as bigint) as expansion_cents,
  cast(contraction_cents as bigint) as contraction_cents,
  cast(churn_cents as bigint) as churn_cents,
  cast(closing_cents as bigint) as closing_cents
from running
order by month
