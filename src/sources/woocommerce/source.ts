import type { SourceFile } from '../../schema/raw.js'
import { flatStaging } from '../flat/flat.js'
import type { Expectation, Origins } from '../origins.js'
import type { Source } from '../source.js'
import { readStaging } from '../staging-sql.js'

/** The raw table of the export. */
export const WOOCOMMERCE_TABLE = 'woocommerce_orders'
const table = WOOCOMMERCE_TABLE

const required = [
  'order_id',
  'date',
  'status',
  'shipping_total',
  'billing_email',
  'item_name',
  'item_total',
]
const optional = [
  'refunded_total',
  'order_currency',
  'payment_method',
  'billing_postcode',
  'billing_city',
  'billing_state',
  'billing_country',
  'shipping_postcode',
  'shipping_city',
  'shipping_state',
  'item_id',
  'item_product_id',
  'item_sku',
]

const orders: SourceFile = {
  table,
  stems: [],
  signature: ['order_id', 'date', 'status', 'item_name', 'item_total'],
  header: [...required, ...optional],
  optionalColumns: optional,
  isOpen: true,
  required: true,
}

const readable = (column: string, cast: string): Expectation => ({
  check: 'readable',
  table,
  column,
  cast,
  key: ['order_id'],
  normal: 'trim(x)',
})

const PAID = ['completed', 'processing', 'refunded']
const items = { column: 'item_total', sign: 1, per: 'line' } as const
const refunded = { column: 'refunded_total', sign: -1, per: 'order' } as const
const shipping = { column: 'shipping_total', sign: 1, per: 'order' } as const
const ofOrder = { table, order: 'order_id' } as const
const paid = { column: 'status', values: [...PAID, ...PAID.map((word) => `wc-${word}`)] }

const origins: Origins = {
  rows: {
    orders: { table, each: ['order_id'] },
    order_items: { table, filled: 'item_total' },
    payments: { table, each: ['order_id'], only: paid },
  },
  amounts: [
    { ...ofOrder, to: 'order_items.price_cents', terms: [items, refunded], isFloored: true },
    { ...ofOrder, to: 'order_items.freight_cents', terms: [shipping] },
    {
      ...ofOrder,
      to: 'payments.payment_cents',
      terms: [items, shipping, refunded],
      isFloored: true,
      only: paid,
    },
  ],
  values: [
    {
      to: 'orders.purchased_at',
      table,
      column: 'date',
      pattern: 'YYYY-MM-DD hh:mm:ss',
    },
  ],
  lines: {
    ...ofOrder,
    weight: { column: 'item_total' },
    key: ['item_id'],
    product: ['item_sku', 'item_product_id', 'item_name'],
    seller: [{ constant: 'own' }],
    person: ['billing_email'],
    zip: { said: ['shipping_postcode', 'billing_postcode'], isPadded: true },
    city: ['shipping_city', 'billing_city'],
    state: ['shipping_state', 'billing_state'],
    status: {
      cases: [
        { column: 'status', values: ['completed', 'wc-completed'], word: 'delivered' },
        { column: 'status', values: ['processing', 'wc-processing'], word: 'processing' },
        {
          column: 'status',
          pattern: '^(wc-)?(cancelled|refunded|failed)$',
          word: 'canceled',
        },
      ],
      otherwise: { word: 'created' },
    },
    paymentType: {
      filled: 'payment_method',
      cases: [{ column: 'payment_method', values: ['bacs', 'cheque', 'cod'], word: 'not_defined' }],
      otherwise: { word: 'credit_card' },
    },
  },
  expectations: [
    { check: 'filled', table, column: 'order_id', key: ['item_name'] },
    {
      check: 'holds',
      id: 'woocommerce_orders_in_one_currency',
      table,
      statement: 'all orders are in one currency; export each currency into a folder of its own',
      expression: `coalesce(nullif(order_currency, ''), '') in ('', (select max(order_currency) from raw.${table}))`,
      key: ['order_id'],
    },
    readable('date', 'to_local_timestamp_or_null'),
    ...['item_total', 'shipping_total', 'refunded_total'].map((column) =>
      readable(column, 'to_cents_or_null'),
    ),
  ],
}

/** The currency of the orders, and the country where most buyers live. */
const PLACE = `select max(nullif(trim(order_currency), '')) as currency,
  mode(upper(nullif(trim(billing_country), ''))) as country
  from raw.${table}`

const { lines } = readStaging(new URL('./', import.meta.url), ['lines'])

/** The orders of a WooCommerce shop, one row an item. */
export const woocommerce: Source = {
  name: 'woocommerce',
  about:
    'Orders of a WooCommerce shop (Customer / Order / Coupon Export, CSV, Default - One Row per Item)',
  files: [orders],
  staging: () => flatStaging(lines),
  place: PLACE,
  lacks: ['orders.delivered_at'],
  origins,
}
