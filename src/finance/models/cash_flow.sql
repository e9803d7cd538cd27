-- Grain: one row per (month, flow), gapless over the horizon
-- Sources: cash_flow_daily
-- Where cash came from and went in a month, by the direct method (IAS 7.18), between what it opened and
-- closed with. Conserves: the flows of its days.
with bounds as (
  select
    month_of(date) as month,
    min(date) as first_date,
    max(date) as last_date
  from cash_flow_daily
  group by month_of(date)
)

select
  b.month,
  d.flow,
  total(d.amount_cents) as amount_cents
from cash_flow_daily as d
inner join bounds as b on b.month = month_of(d.date)
where
  d.flow not in ('opening', 'closing')
  or (d.flow = 'opening' and d.date = b.first_date)
  or (d.flow = 'closing' and d.date = b.last_date)
group by b.month, d.flow
order by month, flow
