-- Grain: one row per (lead_id)
-- Sources: stg_leads
-- Conserves: every lead; a deal whose lead is not in the files is not in it
select
  lead_id,
  first_contact_date,
  landing_page,
  origin,
  won_at,
  seller_id,
  business_segment,
  lead_type,
  declared_monthly_revenue_cents
from stg_leads
order by lead_id
