-- Grain: one row per (order_id, payment_sequential)
-- Sources: raw.order_payments, fct_orders
-- Conserves: every payment of raw.order_payments; its value to the cent
with payments as (
  select
    order_id,
    to_integer_or_null(payment_sequential) as payment_sequential,
    coalesce(nullif(lower(trim(payment_type)), ''), 'unknown') as payment_type,
    to_integer_or_null(payment_installments) as installments,
    coalesce(to_cents_or_null(payment_value), 0) as payment_cents
  from raw.order_payments
)

select
  payments.order_id as order_id,
  payments.payment_sequential as payment_sequential,
  payments.payment_type as payment_type,
  payments.installments as installments,
  payments.payment_cents as payment_cents,
  fct_orders.purchase_date as purchase_date
from payments
left join fct_orders on fct_orders.order_id = payments.order_id
order by order_id, payment_sequential
