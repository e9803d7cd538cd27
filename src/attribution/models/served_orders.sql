-- Grain: one row per (order_id) that a channel served
-- Sources: dwh.fct_orders, channel_blocks (date, channel, first_rank, last_rank: orders it served)
-- Conserves: orders served, per channel and day
with ranked_orders as (
  select
    orders.order_id,
    orders.purchase_date,
    row_number() over (
      partition by orders.purchase_date
      order by
        md5(concat(params.seed_text, orders.order_id)),
        orders.order_id
    ) - 1 as order_rank
  from dwh.fct_orders as orders
  cross join params
)
select
  ranked_orders.order_id,
  ranked_orders.purchase_date,
  channel_blocks.channel,
  channel_blocks.clicks_per_order,
  (ranked_orders.order_rank - channel_blocks.first_rank) * channel_blocks.clicks_per_order as sequence_from,
  (ranked_orders.order_rank - channel_blocks.first_rank + 1) * channel_blocks.clicks_per_order as sequence_to
from ranked_orders
inner join channel_blocks
  on channel_blocks.date = ranked_orders.purchase_date
  and channel_blocks.first_rank <= ranked_orders.order_rank
  and channel_blocks.last_rank >= ranked_orders.order_rank
