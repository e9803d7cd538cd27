import { type Check, castable, notNull, unique } from './check.js'

const warning = { severity: 'warning' } as const

const readable = (
  cast: string,
  key: readonly string[],
  table: string,
  columns: readonly string[],
  options?: { severity: 'warning' },
): Check[] => columns.map((column) => castable(table, column, cast, key, options))

/**
 * What the warehouse needs of the raw tables, checked before it is built. What it cannot live
 * without (keys, the day of purchase, readable money) is an error; the rest is counted.
 */
export const rawChecks: readonly Check[] = [
  unique('raw.orders', ['order_id']),
  notNull('raw.orders', 'order_id', ['customer_id', 'order_purchase_timestamp']),
  notNull('raw.orders', 'order_purchase_timestamp', ['order_id']),
  castable('raw.orders', 'order_purchase_timestamp', 'to_timestamp_or_null', ['order_id']),
  ...readable(
    'to_timestamp_or_null',
    ['order_id'],
    'raw.orders',
    [
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
    warning,
  ),
  unique('raw.order_items', ['order_id', 'order_item_id']),
  notNull('raw.order_items', 'order_id', ['product_id', 'seller_id']),
  notNull('raw.order_items', 'order_item_id', ['order_id']),
  ...readable('to_integer_or_null', ['order_id'], 'raw.order_items', ['order_item_id']),
  ...readable('to_cents_or_null', ['order_id', 'order_item_id'], 'raw.order_items', [
    'price',
    'freight_value',
  ]),
  notNull('raw.order_items', 'price', ['order_id', 'order_item_id'], warning),
  notNull('raw.order_items', 'freight_value', ['order_id', 'order_item_id'], warning),
  ...readable(
    'to_timestamp_or_null',
    ['order_id', 'order_item_id'],
    'raw.order_items',
    ['shipping_limit_date'],
    warning,
  ),
  unique('raw.order_payments', ['order_id', 'payment_sequential']),
  notNull('raw.order_payments', 'order_id', ['payment_sequential']),
  notNull('raw.order_payments', 'payment_sequential', ['order_id']),
  ...readable('to_integer_or_null', ['order_id'], 'raw.order_payments', ['payment_sequential']),
  ...readable('to_cents_or_null', ['order_id', 'payment_sequential'], 'raw.order_payments', [
    'payment_value',
  ]),
  notNull('raw.order_payments', 'payment_value', ['order_id', 'payment_sequential'], warning),
  unique('raw.order_reviews', ['review_id', 'order_id']),
  unique('raw.order_reviews', ['review_id'], warning),
  ...readable(
    'to_integer_or_null',
    ['review_id', 'order_id'],
    'raw.order_reviews',
    ['review_score'],
    warning,
  ),
  ...readable(
    'to_timestamp_or_null',
    ['review_id', 'order_id'],
    'raw.order_reviews',
    ['review_creation_date', 'review_answer_timestamp'],
    warning,
  ),
  unique('raw.customers', ['customer_id'], warning),
  unique('raw.sellers', ['seller_id'], warning),
  unique('raw.products', ['product_id'], warning),
  unique('raw.product_category_name_translation', ['product_category_name'], warning),
  ...readable(
    'to_integer_or_null',
    ['product_id'],
    'raw.products',
    ['product_weight_g', 'product_photos_qty'],
    warning,
  ),
]
