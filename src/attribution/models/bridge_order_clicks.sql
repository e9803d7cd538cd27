-- Grain: one row per (order_id, channel, click_date)
-- Sources: dwh.fct_orders, channel_blocks (ranks of the orders a channel serves on a day),
--   click_lot_daily, click_lots
-- Conserves: clicks and cents consumed of every lot: positions [i, j) of a lot of n clicks cost
--   floor(C * j / n) - floor(C * i / n), with C = quotient * n + remainder so that BIGINT suffices
with ranked_orders as (
  select
    orders.order_id,
    orders.purchase_date,
    row_number() over (
      partition by orders.purchase_date
      order by
        md5(concat(params.seed_text, orders.order_id)) nulls last,
        orders.order_id nulls last
    ) - 1 as order_rank
  from dwh.fct_orders as orders
  cross join params
),
served_orders as (
  select
    ranked_orders.order_id,
    ranked_orders.purchase_date,
    channel_blocks.channel,
    (ranked_orders.order_rank - channel_blocks.first_rank) * channel_blocks.clicks_per_order as sequence_from,
    (ranked_orders.order_rank - channel_blocks.first_rank + 1)
    * channel_blocks.clicks_per_order as sequence_to
  from ranked_orders
  inner join channel_blocks
    on channel_blocks.date = ranked_orders.purchase_date
    and channel_blocks.first_rank <= ranked_orders.order_rank
    and channel_blocks.last_rank >= ranked_orders.order_rank
),
segments as (
  select
    lot_day.channel,
    lot_day.date,
    lot_day.click_date,
    lot_day.age_days,
    lot_day.sequence_start as sequence_from,
    lot_day.sequence_start + lot_day.consumed_clicks as sequence_to,
    lot_day.first_position - lot_day.sequence_start as position_offset,
    lots.clicks_born as lot_clicks,
    lots.born_cents // lots.clicks_born as quotient_cents,
    lots.born_cents % lots.clicks_born as remainder_cents
  from click_lot_daily as lot_day
  inner join click_lots as lots
    on lots.channel = lot_day.channel
    and lots.click_date = lot_day.click_date
  where lot_day.consumed_clicks > 0
),
meetings as (
  select
    orders.order_id,
    segments.channel,
    segments.click_date,
    segments.age_days,
    segments.lot_clicks,
    segments.quotient_cents,
    segments.remainder_cents,
    greatest(orders.sequence_from, segments.sequence_from) + segments.position_offset as position_from,
    least(orders.sequence_to, segments.sequence_to) + segments.position_offset as position_to
  from served_orders as orders
  inner join segments
    on segments.date = orders.purchase_date
    and segments.channel = orders.channel
    and segments.sequence_from < orders.sequence_to
    and segments.sequence_to > orders.sequence_from
)
select
  order_id,
  channel,
  click_date,
  age_days,
  position_to - position_from as clicks,
  quotient_cents * (position_to - position_from)
    + (remainder_cents * position_to) // lot_clicks
    - (remainder_cents * position_from) // lot_clicks as cost_cents
from meetings
order by
  order_id,
  channel,
  click_date
