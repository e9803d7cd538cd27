import type { Expectation, MomentOrigin, Origins } from '../origins.js'

const warning = { severity: 'warning' } as const
const pattern = 'YYYY-MM-DD hh:mm:ss'

const readable = (
  cast: string,
  key: readonly string[],
  table: string,
  columns: readonly string[],
  severity: { severity?: 'warning' } = {},
): Expectation[] =>
  columns.map((column) => ({ check: 'readable', table, column, cast, key, ...severity }))

const unique = (table: string, ...columns: string[]): Expectation => ({
  check: 'unique',
  table,
  columns,
})
const filled = (table: string, column: string, ...key: string[]): Expectation => ({
  check: 'filled',
  table,
  column,
  key,
})
const known = (table: string, column: string, to: string): Expectation => ({
  check: 'known',
  table,
  column,
  to,
  ...warning,
})

const item = ['order_id', 'order_item_id']
const payment = ['order_id', 'payment_sequential']
const review = ['review_id', 'order_id']

/**
 * What the warehouse needs of the raw tables. What it cannot live without (keys, the day of
 * purchase, readable money) is an error; the rest is counted.
 */
const expectations: readonly Expectation[] = [
  unique('orders', 'order_id'),
  filled('orders', 'order_id', 'customer_id', 'order_purchase_timestamp'),
  filled('orders', 'order_purchase_timestamp', 'order_id'),
  ...readable('to_timestamp_or_null', ['order_id'], 'orders', ['order_purchase_timestamp']),
  ...readable(
    'to_timestamp_or_null',
    ['order_id'],
    'orders',
    [
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
    warning,
  ),
  unique('order_items', ...item),
  filled('order_items', 'order_id', 'product_id', 'seller_id'),
  filled('order_items', 'order_item_id', 'order_id'),
  ...readable('to_integer_or_null', ['order_id'], 'order_items', ['order_item_id']),
  ...readable('to_cents_or_null', item, 'order_items', ['price', 'freight_value']),
  { ...filled('order_items', 'price', ...item), ...warning },
  { ...filled('order_items', 'freight_value', ...item), ...warning },
  ...readable('to_timestamp_or_null', item, 'order_items', ['shipping_limit_date'], warning),
  unique('order_payments', ...payment),
  filled('order_payments', 'order_id', 'payment_sequential'),
  filled('order_payments', 'payment_sequential', 'order_id'),
  ...readable('to_integer_or_null', ['order_id'], 'order_payments', ['payment_sequential']),
  ...readable('to_cents_or_null', payment, 'order_payments', ['payment_value']),
  { ...filled('order_payments', 'payment_value', ...payment), ...warning },
  unique('order_reviews', ...review),
  { ...unique('order_reviews', 'review_id'), ...warning },
  ...readable('to_integer_or_null', review, 'order_reviews', ['review_score'], warning),
  ...readable(
    'to_timestamp_or_null',
    review,
    'order_reviews',
    ['review_creation_date', 'review_answer_timestamp'],
    warning,
  ),
  { ...unique('customers', 'customer_id'), ...warning },
  { ...unique('sellers', 'seller_id'), ...warning },
  { ...unique('products', 'product_id'), ...warning },
  { ...unique('product_category_name_translation', 'product_category_name'), ...warning },
  ...readable(
    'to_integer_or_null',
    ['product_id'],
    'products',
    ['product_weight_g', 'product_photos_qty'],
    warning,
  ),
  known('orders', 'customer_id', 'customers'),
  known('order_items', 'seller_id', 'sellers'),
  known('order_items', 'product_id', 'products'),
]

const orderMoment = (to: string, column: string): MomentOrigin => ({
  to: `orders.${to}`,
  table: 'orders',
  column,
  pattern,
})

/** Where each business column of an Olist export stands. */
export const olistOrigins: Origins = {
  rows: {
    orders: { table: 'orders' },
    order_items: { table: 'order_items' },
    customers: { table: 'customers', each: ['customer_unique_id'] },
    payments: { table: 'order_payments' },
    reviews: { table: 'order_reviews' },
    leads: { table: 'marketing_qualified_leads' },
  },
  amounts: [
    {
      to: 'order_items.price_cents',
      table: 'order_items',
      order: 'order_id',
      terms: [{ column: 'price', sign: 1, per: 'line' }],
    },
    {
      to: 'order_items.freight_cents',
      table: 'order_items',
      order: 'order_id',
      terms: [{ column: 'freight_value', sign: 1, per: 'line' }],
    },
    {
      to: 'payments.payment_cents',
      table: 'order_payments',
      order: 'order_id',
      terms: [{ column: 'payment_value', sign: 1, per: 'line' }],
    },
  ],
  values: [
    orderMoment('purchased_at', 'order_purchase_timestamp'),
    orderMoment('approved_at', 'order_approved_at'),
    orderMoment('handed_over_at', 'order_delivered_carrier_date'),
    orderMoment('delivered_at', 'order_delivered_customer_date'),
    orderMoment('estimated_delivery_at', 'order_estimated_delivery_date'),
  ],
  expectations,
}
