-- Grain: one row per (subject)
-- Sources: subject_results
-- How many items, orders, sellers and customers lose money after acquisition cost, and how much.
-- Conserves: gains less losses = contribution 3.
select
  cast(subject as varchar) as subject,
  cast(count(*) as bigint) as subjects,
  cast(sum(case when contribution_3_cents < 0 then 1 else 0 end) as bigint) as losing,
  cast(
    (20000 * sum(case when contribution_3_cents < 0 then 1 else 0 end) + count(*))
    // (2 * count(*)) as bigint
  ) as losing_bps,
  cast(-sum(case when contribution_3_cents < 0 then contribution_3_cents else 0 end) as bigint)
    as loss_cents,
  cast(sum(case when contribution_3_cents > 0 then contribution_3_cents else 0 end) as bigint)
    as gain_cents,
  cast(sum(contribution_3_cents) as bigint) as contribution_3_cents
from subject_results
group by subject
order by subject
