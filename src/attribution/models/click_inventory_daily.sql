-- Grain: one row per (channel, date), every channel on every day of the horizon
-- Sources: market.fct_marketing_daily, click_lot_daily
-- Conserves: opening + born = consumed + decayed + expired + closing, in clicks and cents
with movements as (
  select
    channel,
    date,
    sum(opening_clicks) as opening_clicks,
    sum(born_clicks) as born_clicks,
    sum(consumed_clicks) as consumed_clicks,
    sum(decayed_clicks) as decayed_clicks,
    sum(expired_clicks) as expired_clicks,
    sum(closing_clicks) as closing_clicks,
    sum(opening_cents) as opening_cents,
    sum(born_cents) as born_cents,
    sum(consumed_cents) as consumed_cents,
    sum(decayed_cents) as decayed_cents,
    sum(expired_cents) as expired_cents,
    sum(closing_cents) as closing_cents
  from click_lot_daily
  group by
    channel,
    date
)
select
  marketing.channel,
  marketing.date,
  cast(coalesce(movements.opening_clicks, 0) as bigint) as opening_clicks,
  cast(coalesce(movements.born_clicks, 0) as bigint) as born_clicks,
  cast(coalesce(movements.consumed_clicks, 0) as bigint) as consumed_clicks,
  cast(coalesce(movements.decayed_clicks, 0) as bigint) as decayed_clicks,
  cast(coalesce(movements.expired_clicks, 0) as bigint) as expired_clicks,
  cast(coalesce(movements.closing_clicks, 0) as bigint) as closing_clicks,
  cast(coalesce(movements.opening_cents, 0) as bigint) as opening_cents,
  cast(coalesce(movements.born_cents, 0) as bigint) as born_cents,
  cast(coalesce(movements.consumed_cents, 0) as bigint) as consumed_cents,
  cast(coalesce(movements.decayed_cents, 0) as bigint) as decayed_cents,
  cast(coalesce(movements.expired_cents, 0) as bigint) as expired_cents,
  cast(coalesce(movements.closing_cents, 0) as bigint) as closing_cents
from market.fct_marketing_daily as marketing
left join movements
  on movements.channel = marketing.channel
  and movements.date = marketing.date
order by
  marketing.channel,
  marketing.date
