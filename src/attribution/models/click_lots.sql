-- Grain: one row per (channel, click_date)
-- Sources: click_lot_daily
-- Conserves: clicks and cents of a lot, born = consumed + decayed + expired + live
with horizon as (
  select max(date) as last_date
  from click_lot_daily
)
select
  lot_day.channel,
  lot_day.click_date,
  cast(sum(lot_day.born_clicks) as bigint) as clicks_born,
  cast(sum(lot_day.consumed_clicks) as bigint) as clicks_consumed,
  cast(sum(lot_day.decayed_clicks) as bigint) as clicks_decayed,
  cast(sum(lot_day.expired_clicks) as bigint) as clicks_expired,
  cast(
    sum(case when lot_day.date = horizon.last_date then lot_day.closing_clicks else 0 end) as bigint
  ) as clicks_live,
  cast(sum(lot_day.born_cents) as bigint) as born_cents,
  cast(sum(lot_day.consumed_cents) as bigint) as consumed_cents,
  cast(sum(lot_day.decayed_cents) as bigint) as decayed_cents,
  cast(sum(lot_day.expired_cents) as bigint) as expired_cents,
  cast(
    sum(case when lot_day.date = horizon.last_date then lot_day.closing_cents else 0 end) as bigint
  ) as live_cents
from click_lot_daily as lot_day
cross join horizon
group by
  lot_day.channel,
  lot_day.click_date
order by
  lot_day.channel,
  lot_day.click_date
