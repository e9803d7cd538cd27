-- Grain: one row per (order_id, payment_sequential)
-- Sources: stg_payments, fct_orders
-- Conserves: every payment of stg_payments; its value to the cent
select
  payments.order_id as order_id,
  payments.payment_sequential as payment_sequential,
  payments.payment_type as payment_type,
  payments.installments as installments,
  payments.payment_cents as payment_cents,
  fct_orders.purchase_date as purchase_date
from stg_payments as payments
left join fct_orders on fct_orders.order_id = payments.order_id
order by order_id, payment_sequential
