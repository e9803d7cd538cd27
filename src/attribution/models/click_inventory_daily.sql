-- Grain: one row per (channel, date), every channel on every day of the horizon
-- Sources: market.fct_marketing_daily, click_lot_daily
-- Conserves: opening + born = consumed + decayed + expired + closing, in clicks and cents
select
  marketing.channel,
  marketing.date,
  coalesce(total(lot.opening_clicks), 0) as opening_clicks,
  coalesce(total(lot.born_clicks), 0) as born_clicks,
  coalesce(total(lot.consumed_clicks), 0) as consumed_clicks,
  coalesce(total(lot.decayed_clicks), 0) as decayed_clicks,
  coalesce(total(lot.expired_clicks), 0) as expired_clicks,
  coalesce(total(lot.closing_clicks), 0) as closing_clicks,
  coalesce(total(lot.opening_cents), 0) as opening_cents,
  coalesce(total(lot.born_cents), 0) as born_cents,
  coalesce(total(lot.consumed_cents), 0) as consumed_cents,
  coalesce(total(lot.decayed_cents), 0) as decayed_cents,
  coalesce(total(lot.expired_cents), 0) as expired_cents,
  coalesce(total(lot.closing_cents), 0) as closing_cents
from market.fct_marketing_daily as marketing
left join click_lot_daily as lot on lot.channel = marketing.channel and lot.date = marketing.date
group by
  marketing.channel,
  marketing.date
order by
  marketing.channel,
  marketing.date
