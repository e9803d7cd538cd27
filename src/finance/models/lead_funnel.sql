-- Grain: one row per (origin, contact_month)
-- Sources: dwh.fct_leads, dwh.fct_order_items
-- What became of leads by where they came from and when: won, and selling at any time since. The days
-- from first contact to the deal are summed, so that any cut of them has its own average.
-- Conserves: every lead.
with sellers as (
  select distinct seller_id
  from dwh.fct_order_items
),

leads as (
  select
    origin,
    month_of(first_contact_date) as contact_month,
    case when won_at is not null then 1 else 0 end as won,
    case when won_at is not null then seller_id end as seller_id,
    case
      when won_at is not null then days_between(first_contact_date, cast(won_at as date))
    end as close_days
  from dwh.fct_leads
)

select
  l.origin,
  l.contact_month,
  count(*) as leads,
  total(l.won) as won,
  count(s.seller_id) as selling,
  bps_or_null(sum(l.won), count(*)) as won_bps,
  coalesce(total(l.close_days), cast(0 as bigint)) as close_days,
  ratio_or_null(sum(l.close_days), sum(l.won)) as average_close_days
from leads as l
left join sellers as s on s.seller_id = l.seller_id
group by l.origin, l.contact_month
order by l.origin nulls last, l.contact_month nulls last
