-- Grain: one row per (order_id, order_item_id) of orders of several items
-- Sources: order_parts, order_costs
-- Splits what arises once for an order over its items by weight, by largest remainder: each gets the
-- floor of its share, the leftover cents go one by one to the largest remainders, ties to the lower
-- order_item_id. What is 0 is split in no work. Conserves: the items of an order sum to its whole, to
-- the cent.
with quotas as (
  select
    i.order_id,
    i.order_item_id as item,
    o.{split}_cents,
    i.weight,
    i.order_weight
  from order_parts as i
  inner join order_costs as o on o.order_id = i.order_id
  where i.order_items > 1
),

wholes as (
  select order_id, item, weight, order_weight, '' as split, cast(0 as bigint) as cents
  from quotas
  where false
  union all select order_id, item, weight, order_weight, '{split}' as split, {split}_cents as cents from quotas where {split}_cents <> 0 -- noqa: LT05,LT07
),

shares as (
  select
    order_id,
    item,
    split,
    cents,
    cents * weight // order_weight as floor_cents,
    cents * weight % order_weight as rest
  from wholes
),

ranked as (
  select
    *,
    cents - sum(floor_cents) over (partition by order_id, split) as left_cents,
    row_number() over (
      partition by order_id, split
      order by rest desc nulls last, item nulls last
    ) as nth
  from shares
),

parts as (
  select
    order_id,
    total(case when split = '{split}' then floor_cents + case when nth <= left_cents then 1 else 0 end else 0 end) as {split}_cents, -- noqa: LT05
    item
  from ranked
  group by order_id, item
)

select
  q.order_id,
  coalesce(p.{split}_cents, 0) as {split}_cents,
  q.item as order_item_id
from quotas as q
left join parts as p on p.order_id = q.order_id and p.item = q.item
