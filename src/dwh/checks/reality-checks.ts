import { acceptedValues, type Check, expressionIsTrue, relationships } from './check.js'

const warning = { severity: 'warning' } as const

const statuses = [
  'created',
  'approved',
  'processing',
  'invoiced',
  'shipped',
  'delivered',
  'canceled',
  'unavailable',
]
const paymentTypes = ['credit_card', 'boleto', 'voucher', 'debit_card', 'not_defined']

const ordered = (id: string, first: string, then: string): Check =>
  expressionIsTrue(
    'fct_orders',
    `${first} is null or ${then} is null or ${first} <= ${then}`,
    ['order_id'],
    { ...warning, id, statement: `${first} is not after ${then}` },
  )

/** Defects of reality: what happened so, or was recorded so. */
export const realityChecks: readonly Check[] = [
  acceptedValues('fct_orders', 'order_status', statuses, warning),
  acceptedValues('fct_payments', 'payment_type', paymentTypes, warning),
  ordered('purchase_before_approval', 'purchased_at', 'approved_at'),
  ordered('approval_before_hand_over', 'approved_at', 'handed_over_at'),
  ordered('hand_over_before_delivery', 'handed_over_at', 'delivered_at'),
  ordered('delivery_by_the_estimate', 'delivered_at', 'estimated_delivery_at'),
  expressionIsTrue('fct_orders', 'items > 0', ['order_id'], {
    ...warning,
    id: 'orders_have_items',
    statement: 'an order has items',
  }),
  relationships('fct_orders', 'order_id', 'fct_payments', 'order_id', {
    ...warning,
    id: 'orders_have_payments',
    statement: 'an order has a payment',
  }),
  expressionIsTrue('fct_orders', 'abs(difference) <= tolerance', ['order_id'], {
    ...warning,
    id: 'payments_equal_items_and_freight',
    statement: 'payments are items + freight, within the tolerance',
    from: `(
      select
        o.order_id,
        o.payment_cents - o.price_cents - o.freight_cents as difference,
        params.payment_tolerance_cents as tolerance
      from fct_orders as o
      inner join (select distinct order_id from fct_payments) as paid
        on paid.order_id = o.order_id
      cross join params
      where o.items > 0)`,
  }),
  expressionIsTrue(
    'fct_orders',
    `order_status <> 'delivered' or delivered_at is not null`,
    ['order_id'],
    {
      ...warning,
      id: 'delivered_orders_have_a_delivery_date',
      statement: 'a delivered order has a delivery date',
    },
  ),
  relationships('fct_order_items', 'order_id', 'fct_orders', 'order_id', warning),
  relationships('fct_payments', 'order_id', 'fct_orders', 'order_id', warning),
  relationships('fct_reviews', 'order_id', 'fct_orders', 'order_id', warning),
]
