-- Grain: one row per (order_id): what was paid for it in all
-- Sources: lines of a flat export, of orders that were paid
with lines as (
{{lines}}
)

select
  order_id,
  1 as payment_sequential,
  coalesce(max(payment_type), 'not_defined') as payment_type,
  1 as installments,
  cast(max(payment_cents) as bigint) as payment_cents
from lines
group by order_id
having max(payment_cents) is not null
