-- Grain: one row
-- Sources: pnl_cohort_daily, pnl_daily, reconciliation, market.fct_marketing_daily, market.spend_release,
-- attribution.fct_order_attribution, attribution.click_lots
-- Contribution after marketing: all that the horizon's orders and subscriptions earned less all they
-- cost and all marketing used or wasted; clicks still live and money in flight are assets. Operating
-- result: that less declared fixed costs and taxes on revenue. Cash: what came in and went out up to the
-- last day by the terms of payment, subscriptions when billed; money held for sellers is theirs and not
-- in it. Cash at once: the same as if all were settled on the day it arises.
-- Unrecognised: what of the contribution is dated after the last day.
-- Conserves: the law of the system. Each of its seven terms is summed from where it arises, so the
-- residual is a finding, not a plug.
with pnl as (
  select
    min(date) as first_date,
    max(date) as last_date,
    total(gmv_cents) as gmv_cents,
    total(contribution_after_marketing_cents) as contribution_after_marketing_cents,
    total(operating_result_cents) as operating_result_cents
  from pnl_cohort_daily
),

marketing as (
  select
    total(spend_cents) as spend_cents,
    total(case when clicks = 0 then released_cost_cents else 0 end) as no_response_cents,
    max(date) as last_marketing_date
  from market.fct_marketing_daily
),

flight as (
  select coalesce(total(r.cost_cents), 0) as in_flight_cents
  from market.spend_release as r
  cross join marketing as m
  where r.release_date > m.last_marketing_date
),

orders as (
  select total(acquisition_cost_cents) as acquisition_cost_cents
  from attribution.fct_order_attribution
),

lots as (
  select
    coalesce(total(decayed_cents), 0) as decayed_cents,
    coalesce(total(expired_cents), 0) as expired_cents,
    coalesce(total(live_cents), 0) as live_cents
  from attribution.click_lots
),

cash as (
  select
    total(cash_result_cents) as cash_result_cents,
    total(cash_at_once_cents) as cash_at_once_cents
  from pnl_daily
),

late as (
  select unrecognised_cents
  from reconciliation
  where line = 'contribution_after_marketing'
)

select
  p.first_date,
  p.last_date,
  p.gmv_cents,
  p.contribution_after_marketing_cents,
  p.operating_result_cents,
  c.cash_result_cents,
  c.cash_at_once_cents,
  m.spend_cents,
  o.acquisition_cost_cents,
  l.decayed_cents,
  l.expired_cents,
  m.no_response_cents,
  l.live_cents,
  f.in_flight_cents,
  l.decayed_cents + l.expired_cents + m.no_response_cents as waste_cents,
  u.unrecognised_cents,
  m.spend_cents - o.acquisition_cost_cents - l.decayed_cents - l.expired_cents
    - m.no_response_cents - l.live_cents - f.in_flight_cents as law_residual_cents
from pnl as p
cross join marketing as m
cross join flight as f
cross join orders as o
cross join lots as l
cross join cash as c
cross join late as u
