-- Grain: one row per (subject, from_cents)
-- Sources: contributions
-- How contribution 3 is spread: buckets of 500 cents (sellers 10,000), from_cents included, the next
-- bucket's not; the twentieth bucket either side of zero holds all that lies beyond.
-- Conserves: every subject and its contribution, once.
with widths as (
  select
    subject,
    contribution_3_cents,
    case when subject = 'seller' then 10000 else 500 end as width_cents
  from contributions
),

placed as (
  select
    subject,
    contribution_3_cents,
    width_cents,
    greatest(-20, least(19, case
      when contribution_3_cents >= 0 then contribution_3_cents // width_cents
      else -((width_cents - 1 - contribution_3_cents) // width_cents)
    end)) as bucket
  from widths
)

select
  subject,
  cast(bucket * width_cents as bigint) as from_cents,
  cast((bucket + 1) * width_cents as bigint) as to_cents,
  count(*) as subjects,
  total(contribution_3_cents) as contribution_3_cents
from placed
group by subject, bucket, width_cents
order by subject, from_cents
