-- Grain: one row per (month), gapless over the horizon
-- Sources: mrr_bridge, fct_subscriptions
-- How well subscriptions last, in the terms of the field. Churned: who leaves, and the MRR that goes by
-- leaving or by a smaller plan, of what the month opened with. NRR keeps expansion, GRR does not;
-- neither counts who is new or back. Quick ratio: MRR won by MRR lost. A free plan is no subscription:
-- who goes from it to a paid one is gained, who goes back to it is lost.
-- Null where the month opened with nothing, or nothing was lost.
-- Conserves: the subscribers and the MRR of mrr_bridge.
with moves as (
  select
    month,
    total(case when mrr_cents > 0 and mrr_change_cents = mrr_cents then 1 else 0 end) as gained,
    total(case when mrr_cents = 0 and mrr_change_cents < 0 then 1 else 0 end) as churned
  from fct_subscriptions
  group by month
),

counted as (
  select
    b.*,
    coalesce(m.gained, 0) as gained_subscribers,
    coalesce(m.churned, 0) as churned_subscribers,
    b.subscribers - coalesce(m.gained, 0) + coalesce(m.churned, 0) as opening_subscribers
  from mrr_bridge as b
  left join moves as m on m.month = b.month
)

select
  month,
  opening_subscribers,
  gained_subscribers,
  churned_subscribers,
  subscribers as closing_subscribers,
  ratio_or_null(closing_cents, subscribers) as arpa_cents,
  bps_or_null(churned_subscribers, opening_subscribers) as logo_churn_bps,
  bps_or_null(-churn_cents - contraction_cents, opening_cents) as revenue_churn_bps,
  bps_or_null(opening_cents + expansion_cents + contraction_cents + churn_cents, opening_cents)
    as nrr_bps,
  bps_or_null(opening_cents + contraction_cents + churn_cents, opening_cents) as grr_bps,
  bps_or_null(new_cents + reactivation_cents + expansion_cents, -churn_cents - contraction_cents)
    as quick_ratio_bps
from counted
order by month
