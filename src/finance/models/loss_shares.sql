-- Grain: one row per (subject)
-- Sources: contributions
-- How many items, orders, sellers and customers lose money after acquisition cost, and how much.
-- Conserves: gains less losses = contribution 3.
with counted as (
  select
    subject,
    count(*) as subjects,
    total(case when contribution_3_cents < 0 then 1 else 0 end) as losing,
    total(greatest(-contribution_3_cents, 0)) as loss_cents,
    total(greatest(contribution_3_cents, 0)) as gain_cents,
    total(contribution_3_cents) as contribution_3_cents
  from contributions
  group by subject
)

select
  subject,
  subjects,
  losing,
  bps_or_null(losing, subjects) as losing_bps,
  loss_cents,
  gain_cents,
  contribution_3_cents
from counted
order by subject
