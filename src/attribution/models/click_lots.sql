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
  total(lot_day.born_clicks) as clicks_born,
  total(lot_day.consumed_clicks) as clicks_consumed,
  total(lot_day.decayed_clicks) as clicks_decayed,
  total(lot_day.expired_clicks) as clicks_expired,
  total(case when lot_day.date = horizon.last_date then lot_day.closing_clicks else 0 end)
    as clicks_live,
  total(lot_day.born_cents) as born_cents,
  total(lot_day.consumed_cents) as consumed_cents,
  total(lot_day.decayed_cents) as decayed_cents,
  total(lot_day.expired_cents) as expired_cents,
  total(case when lot_day.date = horizon.last_date then lot_day.closing_cents else 0 end)
    as live_cents
from click_lot_daily as lot_day
cross join horizon
group by
  lot_day.channel,
  lot_day.click_date
order by
  lot_day.channel,
  lot_day.click_date
