import type { SourceFile } from '../../schema/raw.js'
import { flatStaging } from '../flat/flat.js'
import type { Expectation, MomentOrigin, Origins } from '../origins.js'
import type { Source } from '../source.js'
import { readStaging } from '../staging-sql.js'

/** The raw table of the export. */
export const SHOPIFY_TABLE = 'shopify_orders'
const TABLE = SHOPIFY_TABLE
/** The raw table of the export of its products. */
const PRODUCTS = 'shopify_products'

const required = [
  'Name',
  'Email',
  'Financial Status',
  'Fulfillment Status',
  'Created at',
  'Subtotal',
  'Shipping',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
]
const optional = [
  'Paid at',
  'Fulfilled at',
  'Currency',
  'Taxes',
  'Total',
  'Discount Code',
  'Discount Amount',
  'Lineitem sku',
  'Lineitem discount',
  'Billing City',
  'Billing Country',
  'Billing Zip',
  'Billing Province',
  'Shipping City',
  'Shipping Zip',
  'Shipping Province',
  'Cancelled at',
  'Payment Method',
  'Refunded Amount',
  'Vendor',
  'Phone',
]

const orders: SourceFile = {
  table: TABLE,
  stems: ['orders_export'],
  signature: ['Name', 'Financial Status', 'Fulfillment Status', 'Created at', 'Lineitem name'],
  header: [...required, ...optional],
  optionalColumns: optional,
  isOpen: true,
  required: true,
}

/** What a piece of a product costs stands in the export of the products only. */
const products: SourceFile = {
  table: PRODUCTS,
  stems: ['products_export'],
  signature: ['Variant SKU', 'Cost per item'],
  header: ['Handle', 'Title', 'Variant SKU', 'Cost per item'],
  optionalColumns: ['Handle', 'Title'],
  isOpen: true,
  required: false,
}

const key = ['Name']
/** Zones stand behind the moment; the moment is local as it stands. */
const moment = 'YYYY-MM-DD hh:mm:ss'

const readable = (column: string, cast: string, of = { table: TABLE, key }): Expectation => ({
  check: 'readable',
  ...of,
  column,
  cast,
  normal: 'trim(x)',
})

const value = (to: MomentOrigin['to'], column: string): MomentOrigin => ({
  to,
  table: TABLE,
  column,
  pattern: moment,
})

const PAID = ['paid', 'partially_paid', 'partially_refunded', 'refunded']
const refunded = { column: 'Refunded Amount', sign: -1, per: 'order' } as const
const subtotal = { column: 'Subtotal', sign: 1, per: 'order' } as const
const shipping = { column: 'Shipping', sign: 1, per: 'order' } as const
const ofOrder = { table: TABLE, order: 'Name' } as const

const origins: Origins = {
  rows: {
    orders: { table: TABLE, each: ['Name'] },
    order_items: { table: TABLE, filled: 'Lineitem name' },
    payments: {
      table: TABLE,
      each: ['Name'],
      only: { column: 'Financial Status', values: PAID },
    },
  },
  amounts: [
    {
      ...ofOrder,
      to: 'order_items.price_cents',
      terms: [subtotal, refunded],
      isFloored: true,
    },
    { ...ofOrder, to: 'order_items.freight_cents', terms: [shipping] },
    {
      ...ofOrder,
      to: 'payments.payment_cents',
      terms: [subtotal, shipping, refunded],
      isFloored: true,
      only: { column: 'Financial Status', values: PAID },
    },
  ],
  values: [
    value('orders.purchased_at', 'Created at'),
    value('orders.approved_at', 'Paid at'),
    value('orders.handed_over_at', 'Fulfilled at'),
  ],
  lines: {
    ...ofOrder,
    weight: { column: 'Lineitem price', times: 'Lineitem quantity' },
    key: ['Lineitem name'],
    cost: {
      column: 'Cost per item',
      times: 'Lineitem quantity',
      of: { table: PRODUCTS, key: 'Variant SKU', by: 'Lineitem sku' },
    },
    product: ['Lineitem sku', 'Lineitem name'],
    seller: ['Vendor', { constant: 'own' }],
    person: ['Email', 'Phone'],
    zip: { said: ['Shipping Zip', 'Billing Zip'], isPadded: true },
    city: ['Shipping City', 'Billing City'],
    state: ['Shipping Province', 'Billing Province'],
    status: {
      filled: 'Financial Status',
      cases: [
        { column: 'Cancelled at', word: 'canceled' },
        { column: 'Financial Status', values: ['voided', 'refunded'], word: 'canceled' },
        { column: 'Fulfillment Status', values: ['fulfilled'], word: 'delivered' },
        { column: 'Fulfillment Status', values: ['partial'], word: 'shipped' },
        { column: 'Financial Status', values: PAID, word: 'processing' },
      ],
      otherwise: { word: 'created' },
    },
    paymentType: {
      filled: 'Payment Method',
      cases: [
        { column: 'Payment Method', pattern: 'gift', word: 'voucher' },
        {
          column: 'Payment Method',
          pattern: 'manual|bank|transfer|cash|deposit|money order|cod',
          word: 'not_defined',
        },
      ],
      otherwise: { word: 'credit_card' },
    },
  },
  expectations: [
    { check: 'filled', table: TABLE, column: 'Name', key: ['Lineitem name'] },
    {
      check: 'holds',
      id: 'shopify_orders_in_one_currency',
      table: TABLE,
      statement: 'all orders are in one currency; export each currency into a folder of its own',
      expression: `coalesce(nullif("Currency", ''), '') in ('', (select max("Currency") from raw.${TABLE}))`,
      key,
    },
    readable('Created at', 'to_local_timestamp_or_null'),
    readable('Paid at', 'to_local_timestamp_or_null'),
    readable('Fulfilled at', 'to_local_timestamp_or_null'),
    ...['Subtotal', 'Shipping', 'Refunded Amount', 'Lineitem price'].map((column) =>
      readable(column, 'to_cents_or_null'),
    ),
    readable('Lineitem quantity', 'to_integer_or_null'),
    readable('Cost per item', 'to_cents_or_null', { table: PRODUCTS, key: ['Variant SKU'] }),
  ],
}

/** The currency of the orders, and the country where most buyers live. */
const PLACE = `select max(nullif(trim("Currency"), '')) as currency,
  mode(upper(nullif(trim("Billing Country"), ''))) as country
  from raw.${TABLE}`

const { lines, costs } = readStaging(new URL('./', import.meta.url), ['lines', 'costs'])
const NO_COSTS =
  'select cast(null as varchar) as sku, cast(null as bigint) as cost_cents where false'

/** The orders export of a Shopify shop: one row an item, order fields blank after the first. */
export const shopify: Source = {
  name: 'shopify',
  about:
    'The orders export of a Shopify shop (Orders, Export, plain CSV), and that of its products for what they cost',
  files: [orders, products],
  staging: (raw) => {
    const known = raw.has(PRODUCTS) ? costs! : NO_COSTS
    return flatStaging(`with costs as (\n${known}\n)\n${lines!}`)
  },
  place: PLACE,
  sellerColumn: 'Vendor',
  lacks: ['orders.delivered_at'],
  origins,
}
