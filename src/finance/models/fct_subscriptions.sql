-- Grain: one row per (seller_id, month)
-- Sources: dwh.fct_order_items, months, month_offsets, subscription_plans, params
-- A seller subscribes from the 1st after its first sale, on the plan of the mean monthly GMV of the
-- trailing months before that 1st (past sales only), until it has sold nothing in churn_months whole
-- months; a sale brings it back the month after. Billed on the 1st, recognised by day: each day the
-- floor of its share, leftover cents on the first days. The month of churn has a row without a plan,
-- so the changes of MRR up to a month sum to its MRR; a seller silent at the end of the data for
-- fewer months than churn needs has no such row.
with sales as (
  select
    i.seller_id,
    m.month_no,
    sum(i.price_cents) as gmv_cents
  from dwh.fct_order_items as i
  left join months as m on m.month = month_of(i.purchase_date)
  group by i.seller_id, m.month_no
),

active as (
  select
    s.seller_id,
    s.month_no + o.month_offset as month_no,
    sum(case when o.month_offset <= p.subscription_trailing_months then s.gmv_cents else 0 end)
      as trailing_gmv_cents,
    min(o.month_offset) as months_silent
  from sales as s
  cross join month_offsets as o
  cross join params as p
  group by s.seller_id, s.month_no + o.month_offset
),

subscribed as (
  select
    a.seller_id,
    a.month_no,
    a.trailing_gmv_cents,
    s.plan,
    s.price_cents,
    row_number() over (
      partition by a.seller_id, a.month_no
      order by s.above_cents desc nulls last, s.plan nulls last
    ) as plan_rank
  from active as a
  cross join params as p
  cross join subscription_plans as s
  where
    a.months_silent <= p.subscription_churn_months
    and (
      s.above_cents = 0
      or a.trailing_gmv_cents > s.above_cents * p.subscription_trailing_months
    )
),

sequence as (
  select
    seller_id,
    month_no,
    trailing_gmv_cents,
    plan,
    price_cents,
    lag(month_no) over (partition by seller_id order by month_no nulls last) as previous_month_no,
    lag(price_cents) over (partition by seller_id order by month_no nulls last) as previous_cents,
    lead(month_no) over (partition by seller_id order by month_no nulls last) as next_month_no
  from subscribed
  where plan_rank = 1
),

movements as (
  select
    seller_id,
    month_no,
    plan,
    trailing_gmv_cents,
    price_cents as mrr_cents,
    case
      when previous_month_no is null then 'new'
      when previous_month_no < month_no - 1 then 'reactivation'
      when price_cents > previous_cents then 'expansion'
      when price_cents < previous_cents then 'contraction'
      else 'retained'
    end as movement,
    price_cents - case when previous_month_no = month_no - 1 then previous_cents else 0 end
      as mrr_change_cents
  from sequence

  union all

  select
    seller_id,
    month_no + 1 as month_no,
    'none' as plan,
    0 as trailing_gmv_cents,
    0 as mrr_cents,
    'churn' as movement,
    -price_cents as mrr_change_cents
  from sequence
  where next_month_no is null or next_month_no > month_no + 1
)

select
  v.seller_id,
  m.month,
  v.plan,
  cast(v.trailing_gmv_cents as bigint) as trailing_gmv_cents,
  cast(v.mrr_cents as bigint) as billed_cents,
  cast(
    m.recognised_days * (v.mrr_cents // m.days_in_month)
    + least(m.recognised_days, v.mrr_cents % m.days_in_month) as bigint
  ) as recognised_cents,
  cast(v.mrr_cents as bigint) as mrr_cents,
  v.movement,
  cast(v.mrr_change_cents as bigint) as mrr_change_cents
from movements as v
inner join months as m on m.month_no = v.month_no
order by v.seller_id, m.month
