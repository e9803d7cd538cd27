-- Grain: one row per instalment of a payment; ended_order_id is its order where that ended
-- Sources: payment_costs, fct_order_events, order_kept, instalment_numbers, params
-- What the acquirer owes of a payment and when it is due, those after the horizon too: from its
-- approval on one instalment after the other, leftover cents in the first, what it takes off each. A fee
-- that stands without a payment is due on its own day. Conserves: approved payments and booked fees.
with payments as (
  select
    case when e.end_date is not null then p.order_id end as ended_order_id,
    p.payment_type,
    p.parts,
    p.settlement_days,
    e.channel,
    e.approval_date,
    e.end_date,
    f.fee_date,
    case when e.approval_date is null then 0 else p.payment_cents end as payment_cents,
    case
      when f.fee_date is null then 0
      else p.payment_fee_cents + p.anticipation_fee_cents + p.chargeback_cents
    end as fee_cents
  from payment_costs as p
  inner join fct_order_events as e on e.order_id = p.order_id
  left join order_kept as f on f.order_id = p.order_id
  where e.approval_date is not null or f.fee_date is not null
)

select
  p.ended_order_id,
  p.payment_type,
  p.channel,
  p.approval_date,
  p.fee_date,
  p.end_date,
  coalesce(p.approval_date, p.fee_date)
    + cast(p.settlement_days + (n.instalment - 1) * a.instalment_days as integer) as due_date,
  day_share(p.payment_cents, p.parts, n.instalment) as payment_cents,
  day_share(p.fee_cents, p.parts, n.instalment) as fee_cents
from payments as p
inner join instalment_numbers as n on n.instalments = p.parts
cross join params as a
