-- Grain: one row per (lead_id)
-- Sources: raw.marketing_qualified_leads, raw.closed_deals
with deals as (
  select
    mql_id,
    min(nullif(trim(seller_id), '')) as seller_id,
    min(to_timestamp_or_null(won_date)) as won_at,
    min(nullif(trim(business_segment), '')) as business_segment,
    min(nullif(trim(lead_type), '')) as lead_type,
    min(to_cents_or_null(declared_monthly_revenue)) as declared_monthly_revenue_cents
  from raw.closed_deals
  group by mql_id
)

select
  leads.mql_id as lead_id,
  cast(to_timestamp_or_null(leads.first_contact_date) as date) as first_contact_date,
  nullif(trim(leads.landing_page_id), '') as landing_page,
  coalesce(nullif(lower(trim(leads.origin)), ''), 'unknown') as origin,
  deals.won_at as won_at,
  deals.seller_id as seller_id,
  deals.business_segment as business_segment,
  deals.lead_type as lead_type,
  deals.declared_monthly_revenue_cents as declared_monthly_revenue_cents
from raw.marketing_qualified_leads as leads
left join deals on deals.mql_id = leads.mql_id
