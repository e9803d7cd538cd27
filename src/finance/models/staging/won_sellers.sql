-- Grain: one row per (seller_id)
-- Sources: dwh.fct_leads
-- Sellers that were won from leads, by the day of their first deal.
select
  seller_id,
  min(cast(won_at as date)) as closing_date
from dwh.fct_leads
where won_at is not null and seller_id is not null
group by seller_id
