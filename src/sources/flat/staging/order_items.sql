-- Grain: one row per (order_id, order_item_id)
-- Sources: lines of a flat export that sell something
-- What the goods of an order came to, and its freight, are split over its lines by price, by largest
-- remainder: each gets the floor of its share, leftover cents go one by one to the largest remainders.
-- Conserves: the goods, the freight and the cost of every order, to the cent
with lines as (
{{lines}}
),

weighed as (
  select
    order_id,
    row_number() over (
      partition by order_id
      order by product_id nulls last, line_cents nulls last, line_key nulls last
    ) as order_item_id,
    product_id,
    seller_id,
    freight_line_cents,
    line_cost_cents,
    case
      when sum(line_cents) over (partition by order_id) = 0 then 1
      else line_cents
    end as weight,
    coalesce(
      max(goods_cents) over (partition by order_id),
      cast(sum(line_cents) over (partition by order_id) as bigint)
    ) as goods_cents,
    coalesce(max(freight_cents) over (partition by order_id), 0) as freight_cents
  from lines
  where line_cents is not null
),

quotas as (
  select
    *,
    cast(sum(weight) over (partition by order_id) as bigint) as total_weight
  from weighed
),

ranked as (
  select
    *,
    goods_cents * weight // total_weight as goods_share,
    freight_cents * weight // total_weight as freight_share,
    row_number() over (
      partition by order_id
      order by (goods_cents * weight) % total_weight desc nulls last, order_item_id nulls last
    ) as goods_rank,
    row_number() over (
      partition by order_id
      order by (freight_cents * weight) % total_weight desc nulls last, order_item_id nulls last
    ) as freight_rank
  from quotas
),

left_over as (
  select
    *,
    goods_cents - sum(goods_share) over (partition by order_id) as goods_left,
    freight_cents - sum(freight_share) over (partition by order_id) as freight_left
  from ranked
)

select
  order_id,
  cast(order_item_id as integer) as order_item_id,
  product_id,
  seller_id,
  cast(null as timestamp) as shipping_limit_at,
  cast(goods_share + case when goods_rank <= goods_left then 1 else 0 end as bigint) as price_cents,
  cast(
    coalesce(
      freight_line_cents,
      freight_share + case when freight_rank <= freight_left then 1 else 0 end
    ) as bigint
  ) as freight_cents,
  cast(line_cost_cents as bigint) as cost_cents
from left_over
