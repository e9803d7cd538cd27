-- Grain: one row per (dimension, member)
-- Sources: fct_unit_economics, fct_orders_without_items, fct_recognition, fct_subscriptions,
-- channel_economics, daily_postings, profit_lines, dim_seller_tier, dwh.dim_customer, dwh.dim_product
-- The cohort profit and loss of the horizon by channel, by state of the customer, by category and by
-- commission tier of the seller. What belongs to no member stands in a row of its own, '(no items)'
-- or '(not allocated)', and is never spread by a key.
-- Conserves: the rows of each dimension sum to pnl_cohort_daily, line by line.
with dimensions as (
  select 'channel' as dimension
  union all
  select 'state' as dimension
  union all
  select 'category' as dimension
  union all
  select 'tier' as dimension
),

item_cuts as (
  select
    u.channel,
    coalesce(c.state, '(unknown)') as state,
    coalesce(p.category, '(unknown)') as category,
    coalesce(t.tier, '(unknown)') as tier,
    sum(u.{order_line}_cents) as {order_line}_cents,
    sum(u.gmv_cents) as gmv_cents
  from fct_unit_economics as u
  left join dwh.dim_customer as c on c.customer_unique_id = u.customer_unique_id
  left join dwh.dim_product as p on p.product_id = u.product_id
  left join dim_seller_tier as t on t.seller_id = u.seller_id
  group by 1, 2, 3, 4
),

cut_lines as (
  select line from profit_lines
  union all
  select 'gmv' as line
),

item_members as (
  select
    d.dimension,
    case d.dimension
      when 'channel' then i.channel
      when 'state' then i.state
      when 'category' then i.category
      when 'tier' then i.tier
    end as member,
    sum(i.{order_line}_cents) as {order_line}_cents,
    sum(i.gmv_cents) as gmv_cents
  from item_cuts as i
  cross join dimensions as d
  group by 1, 2
),

recurring as (
  select
    coalesce(t.tier, '(unknown)') as tier,
    sum(s.recognised_cents) as amount_cents
  from fct_subscriptions as s
  left join dim_seller_tier as t on t.seller_id = s.seller_id
  group by 1
),

slices as (
  select
    i.dimension,
    i.member,
    l.line,
    case l.line
      when '{order_line}' then i.{order_line}_cents
      when 'gmv' then i.gmv_cents
    end as amount_cents
  from item_members as i
  cross join cut_lines as l

  union all

  select
    d.dimension,
    case d.dimension
      when 'channel' then o.channel
      when 'state' then coalesce(c.state, '(unknown)')
      else '(no items)'
    end as member,
    coalesce(r.line, 'gmv') as line,
    coalesce(r.amount_cents, 0) as amount_cents
  from fct_orders_without_items as o
  left join fct_recognition as r on r.order_id = o.order_id and r.order_item_id = 0
  left join dwh.dim_customer as c on c.customer_unique_id = o.customer_unique_id
  cross join dimensions as d

  union all

  select
    d.dimension,
    case when d.dimension = 'tier' then r.tier else '(not allocated)' end as member,
    'subscription_revenue' as line,
    r.amount_cents
  from recurring as r
  cross join dimensions as d

  union all

  select
    d.dimension,
    case when d.dimension = 'channel' then e.channel else '(not allocated)' end as member,
    l.line,
    case l.line
      when 'marketing_decayed' then e.decayed_cents
      when 'marketing_expired' then e.expired_cents
      when 'marketing_no_response' then e.no_response_cents
    end as amount_cents
  from channel_economics as e
  cross join profit_lines as l
  cross join dimensions as d
  where l.line in ('marketing_decayed', 'marketing_expired', 'marketing_no_response')

  union all

  select
    d.dimension,
    '(not allocated)' as member,
    l.line,
    p.amount_cents
  from daily_postings as p
  inner join profit_lines as l on l.line = p.posting
  cross join dimensions as d
  where l.section = 'operating_result'
)

select
  s.dimension,
  s.member,
  total(case when s.line = 'gmv' then s.amount_cents else 0 end) as gmv_cents,
  coalesce(total(case when s.line = '{line}' then s.amount_cents end), 0) as {line}_cents,
  coalesce(total(case when l.section_no <= 4 then l.sign * s.amount_cents end), 0)
    as contribution_after_marketing_cents,
  coalesce(total(l.sign * s.amount_cents), 0) as operating_result_cents
from slices as s
left join profit_lines as l on l.line = s.line
group by s.dimension, s.member
order by dimension, member
