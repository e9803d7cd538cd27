-- Grain: one row per (order_id, order_item_id)
-- Sources: order_parts, order_costs
-- Splits what arises once for an order over its parts by weight, by largest remainder: each gets the
-- floor of its share, the leftover cents go one by one to the largest remainders, ties to the lower
-- order_item_id. Conserves: the parts of an order sum to its whole, to the cent.
with quotas as (
  select
    i.order_id,
    i.order_item_id as item,
    o.{split}_cents,
    i.order_items,
    i.weight,
    i.order_weight
  from order_parts as i
  inner join order_costs as o on o.order_id = i.order_id
),

shares as (
  select
    *,
    {split}_cents * weight // order_weight as {split}_floor,
    {split}_cents * weight % order_weight as {split}_rest,
    1 as shares
  from quotas
  where order_items > 1
),

ranked as (
  select
    *,
    {split}_cents - sum({split}_floor) over (partition by order_id) as {split}_left,
    row_number() over (partition by order_id order by {split}_rest desc nulls last, item nulls last) as {split}_nth, -- noqa: LT05
    1 as turns
  from shares
)

select
  order_id,
  {split}_floor + case when {split}_nth <= {split}_left then 1 else 0 end as {split}_cents,
  item as order_item_id
from ranked

union all

select
  order_id,
  {split}_cents,
  item as order_item_id
from quotas
where order_items <= 1
