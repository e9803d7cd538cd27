import { dwhSchema } from '../../schema/dwh.js'
import {
  acceptedValues,
  type Check,
  equalRowcount,
  equalSum,
  expressionIsTrue,
  notNull,
  relationships,
  unique,
} from './check.js'

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

/** Every declared grain is unique and without NULL. */
const grains: Check[] = Object.entries(dwhSchema)
  .filter(([table]) => table !== 'integrity_checks')
  .flatMap(([table, { grain }]) => [
    unique(table, grain),
    ...grain.map((column) => notNull(table, column, grain)),
  ])

/** Facts join their dimensions without loss. */
const joins: Check[] = [
  relationships('fct_orders', 'customer_unique_id', 'dim_customer'),
  relationships('fct_orders', 'zip_code_prefix', 'dim_geography'),
  ...['purchase', 'approved', 'handed_over', 'delivered', 'estimated_delivery'].map((role) =>
    relationships('fct_orders', `${role}_date_key`, 'dim_date', 'date_key'),
  ),
  relationships('fct_order_items', 'customer_unique_id', 'dim_customer'),
  relationships('fct_order_items', 'seller_id', 'dim_seller'),
  relationships('fct_order_items', 'product_id', 'dim_product'),
  relationships('dim_customer', 'zip_code_prefix', 'dim_geography'),
  relationships('dim_seller', 'zip_code_prefix', 'dim_geography'),
]

/** Nothing is lost or doubled on the way from raw. */
const conservation: Check[] = [
  equalRowcount('fct_orders', 'raw.orders'),
  equalRowcount('fct_order_items', 'raw.order_items'),
  equalRowcount('fct_payments', 'raw.order_payments'),
  equalRowcount('fct_reviews', 'raw.order_reviews'),
  equalRowcount(
    'dim_customer',
    `(select nullif(customer_unique_id, '') as id from raw.customers where id is not null union select 'unknown')`,
    { statement: 'as many rows as people in raw.customers, and the default member' },
  ),
  equalSum(
    'fct_order_items',
    'price_cents',
    'raw.order_items',
    'try_cast(price as decimal(18, 2)) * 100',
  ),
  equalSum(
    'fct_order_items',
    'freight_cents',
    'raw.order_items',
    'try_cast(freight_value as decimal(18, 2)) * 100',
  ),
  equalSum(
    'fct_payments',
    'payment_cents',
    'raw.order_payments',
    'try_cast(payment_value as decimal(18, 2)) * 100',
  ),
  expressionIsTrue(
    `(select o.order_id, o.items, o.price_cents, o.freight_cents,
        count(i.order_id) as found, coalesce(sum(i.price_cents), 0) as price, coalesce(sum(i.freight_cents), 0) as freight
      from fct_orders as o left join fct_order_items as i on i.order_id = o.order_id
      group by o.order_id, o.items, o.price_cents, o.freight_cents)`,
    'items = found and price_cents = price and freight_cents = freight',
    ['order_id'],
    {
      id: 'order_totals_are_sums_of_items',
      statement: 'items, price and freight of an order are those of its items',
    },
  ),
]

/** The calendar has no hole and no double, and covers every purchase. */
const calendar: Check[] = [
  expressionIsTrue(
    '(select date, lead(date) over (order by date) as next_date from dim_date where date is not null)',
    'next_date is null or next_date = date + 1',
    ['date'],
    { id: 'gapless_dim_date', statement: 'every day is followed by the next day' },
  ),
  relationships('fct_orders', 'purchase_date', 'dim_date', 'date'),
  expressionIsTrue(
    `(select 'dim_date' as key, count(*) as members from dim_date where date_key in (-1, 0) and date is null)`,
    'members = 2',
    ['key'],
    {
      id: 'default_members_dim_date',
      statement: 'the members unknown (-1) and not yet (0) are there',
    },
  ),
]

const ordered = (id: string, first: string, then: string): Check =>
  expressionIsTrue(
    'fct_orders',
    `${first} is null or ${then} is null or ${first} <= ${then}`,
    ['order_id'],
    { ...warning, id, statement: `${first} is not after ${then}` },
  )

/** Defects of reality: what happened so, or was recorded so. */
const reality: Check[] = [
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
  expressionIsTrue(
    `(select o.order_id, o.payment_cents - o.price_cents - o.freight_cents as difference, params.payment_tolerance_cents as tolerance
      from fct_orders as o
      inner join (select distinct order_id from fct_payments) as paid on paid.order_id = o.order_id
      cross join params
      where o.items > 0)`,
    'abs(difference) <= tolerance',
    ['order_id'],
    {
      ...warning,
      id: 'payments_equal_items_and_freight',
      statement: 'payments are items + freight, within the tolerance',
    },
  ),
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
  relationships('raw.orders', 'customer_id', 'raw.customers', 'customer_id', warning),
  relationships('raw.order_items', 'seller_id', 'raw.sellers', 'seller_id', warning),
  relationships('raw.order_items', 'product_id', 'raw.products', 'product_id', warning),
]

/** What must hold of the finished warehouse. */
export const warehouseChecks: readonly Check[] = [
  ...grains,
  ...joins,
  ...conservation,
  ...calendar,
  ...reality,
]
