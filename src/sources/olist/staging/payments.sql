-- Grain: one row per (order_id, payment_sequential)
-- Sources: raw.order_payments
select
  order_id,
  to_integer_or_null(payment_sequential) as payment_sequential,
  coalesce(nullif(lower(trim(payment_type)), ''), 'unknown') as payment_type,
  to_integer_or_null(payment_installments) as installments,
  coalesce(to_cents_or_null(payment_value), 0) as payment_cents
from raw.order_payments
