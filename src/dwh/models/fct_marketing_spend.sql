-- Grain: one row per (channel, date)
-- Sources: stg_marketing_spend
-- Conserves: the spend of every line. Impressions and clicks of a day are known only when every line
-- of it tells them.
select
  date,
  channel,
  cast(sum(spend_cents) as bigint) as spend_cents,
  cast(case when count(impressions) = count(*) then sum(impressions) end as bigint) as impressions,
  cast(case when count(clicks) = count(*) then sum(clicks) end as bigint) as clicks
from stg_marketing_spend
group by date, channel
order by channel, date
