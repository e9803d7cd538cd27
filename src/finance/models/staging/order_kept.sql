-- Grain: one row per (order_id) of which something is recognised that is kept of what is owed, or that
-- the carrier or the acquirer takes
-- Sources: fct_recognition, fct_order_events, profit_lines, days
-- What the lines of an order keep of what its seller is owed, in the end, on the day it is overdue and when
-- the books close; what the carrier has cost by then; what the acquirer keeps, and from which day on.
-- Conserves: the lines of fct_recognition against seller_payable and acquirer_receivable.
with horizon as (
  select max(date) as last_date
  from days
),

lines as (
  select
    line,
    line in ('payment_fee', 'anticipation_fee', 'chargeback') as is_fee,
    line in ('payment_fee', 'anticipation_fee', 'chargeback', 'kept_fee') as is_kept_fee,
    case when contra_account = 'seller_payable' then sign else 0 end as kept_sign
  from profit_lines
),

overdue as (
  select
    order_id,
    overdue_date
  from fct_order_events
  where overdue_date is not null
)

select
  r.order_id,
  total(l.kept_sign * r.amount_cents) as kept_cents,
  total(case when r.recognition_date <= e.overdue_date then l.kept_sign * r.amount_cents else 0 end)
    as kept_when_overdue_cents,
  total(case when r.recognition_date <= h.last_date then l.kept_sign * r.amount_cents else 0 end)
    as kept_at_close_cents,
  total(case
    when r.line = 'carrier_cost' and r.recognition_date <= h.last_date then r.amount_cents
    else 0
  end) as carrier_cost_cents,
  total(case when l.is_kept_fee then r.amount_cents else 0 end) as kept_fee_cents,
  min(case when l.is_fee and not r.is_reversal then r.recognition_date end) as fee_date
from fct_recognition as r
inner join lines as l on l.line = r.line
left join overdue as e on e.order_id = r.order_id
cross join horizon as h
where l.kept_sign <> 0 or l.is_kept_fee or r.line = 'carrier_cost'
group by r.order_id
