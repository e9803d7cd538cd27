-- Grain: one row per (channel, month)
-- Sources: channel_economics, market.fct_marketing_daily
-- Marketing money that bought no order. Beside it, never added to it: the clicks lost to saturation,
-- valued at what the channel's clicks cost on average over the horizon (null for a channel without
-- clicks); that money is already in the clicks that came. Lost clicks are counted in thousandths, so
-- that sums are of integers. Conserves: the waste of channel_economics.
with losses as (
  select
    channel,
    month_of(date) as month,
    sum(cast(floor(saturation_loss_clicks * 1000 + 0.5) as bigint)) as lost_milliclicks
  from market.fct_marketing_daily
  group by channel, month_of(date)
),

click_costs as (
  select
    channel,
    sum(case when clicks > 0 then released_cost_cents else 0 end) as cost_cents,
    sum(clicks) as clicks
  from market.fct_marketing_daily
  group by channel
)

select
  e.channel,
  e.month,
  e.spend_cents,
  e.decayed_cents,
  e.expired_cents,
  e.no_response_cents,
  e.decayed_cents + e.expired_cents + e.no_response_cents as waste_cents,
  bps_or_null(e.decayed_cents + e.expired_cents + e.no_response_cents, e.spend_cents) as waste_bps,
  coalesce(ratio_or_null(l.lost_milliclicks, 1000), 0) as saturation_loss_clicks,
  ratio_or_null(l.lost_milliclicks * c.cost_cents, 1000 * c.clicks)
    as saturation_loss_cents
from channel_economics as e
left join losses as l on l.channel = e.channel and l.month = e.month
left join click_costs as c on c.channel = e.channel
order by e.channel, e.month
