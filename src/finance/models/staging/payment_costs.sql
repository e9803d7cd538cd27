-- Grain: one row per (order_id, payment_sequential)
-- Sources: dwh.fct_payments, payment_rules, params
-- What the acquirer takes of a payment: a share of it plus a fixed fee, and for instalments that it pays
-- ahead a share for each month of 30 days, on average over them; what of it buyers call
-- back; in how many parts its money comes, and how long the first takes. Conserves: every payment, once.
with payments as (
  select
    p.order_id,
    p.payment_sequential,
    p.payment_type,
    p.payment_cents,
    r.fee_bps,
    r.fee_cents,
    r.chargeback_bps,
    r.settlement_days,
    greatest(p.installments, 1) as instalments,
    least(r.settlement_days, a.anticipated_days) as anticipated_days,
    a.instalments = 'anticipated' as is_anticipated
  from dwh.fct_payments as p
  left join payment_rules as r on r.payment_type = p.payment_type
  cross join params as a
)

select
  p.order_id,
  p.payment_sequential,
  p.payment_type,
  p.payment_cents,
  share_of(p.payment_cents, p.fee_bps) + p.fee_cents as payment_fee_cents,
  share_of(p.payment_cents, p.chargeback_bps) as chargeback_cents,
  case
    when p.is_anticipated then ratio_or_null(
      p.payment_cents * a.anticipation_bps
      * (2 * (p.settlement_days - p.anticipated_days) + (p.instalments - 1) * a.instalment_days),
      600000
    )
    else 0
  end as anticipation_fee_cents,
  case when p.is_anticipated then p.anticipated_days else p.settlement_days end as settlement_days,
  case when p.is_anticipated then 1 else p.instalments end as parts
from payments as p
cross join params as a
