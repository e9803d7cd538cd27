-- Grain: one row per (date), gapless over the horizon
-- Sources: daily_profit, fct_order_events, dwh.fct_order_items
-- The profit and loss by cohort: what orders earn and cost stands on their purchase day, whenever it
-- happened; marketing that decayed, expired or met no response stands on the day it went;
-- subscriptions on the days they cover. Live clicks and money in flight are assets, no cost.
-- Conserves: every line of the facts, to the cent.
with orders as (
  select
    purchase_date as date,
    count(*) as orders
  from fct_order_events
  group by purchase_date
),

items as (
  select
    purchase_date as date,
    count(*) as items,
    total(price_cents) as gmv_cents
  from dwh.fct_order_items
  group by purchase_date
)

select
  p.date,
  coalesce(o.orders, 0) as orders,
  coalesce(i.items, 0) as items,
  coalesce(i.gmv_cents, 0) as gmv_cents,
  p.{line}_cents,
  p.contribution_after_marketing_cents,
  p.operating_result_cents
from daily_profit as p
left join orders as o on o.date = p.date
left join items as i on i.date = p.date
where p.basis = 'cohort'
order by p.date
