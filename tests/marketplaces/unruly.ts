import { readCsv } from '../synthetic/read-csv.js'
import { writeCsv } from '../synthetic/write-csv.js'

type Row = Record<string, string>

const STATUSES =
  'created approved processing invoiced shipped delivered canceled unavailable'.split(' ')
const PAYMENTS = ['credit_card', 'boleto', 'voucher', 'debit_card', 'not_defined']
const DAY = 86_400_000

/**
 * Rewrites a generated marketplace so that whatever can happen to an order happens to some: every
 * status with and without each of its times, late and early ones, orders without items or payments,
 * free items, many items, sellers, products and customers that are not in the export, and people who
 * come again. Which order gets what follows from its place in the file.
 */
export function makeUnruly(dir: string): void {
  const orders = readCsv(dir, 'olist_orders_dataset.csv')
  const items = groupByOrder(readCsv(dir, 'olist_order_items_dataset.csv'))
  const payments = groupByOrder(readCsv(dir, 'olist_order_payments_dataset.csv'))
  const customers = readCsv(dir, 'olist_customers_dataset.csv')
  orders.forEach((order, i) => {
    changeStatus(order, i)
    changeTimes(order, i)
    const id = order.order_id!
    items.set(id, changedItems(items.get(id) ?? [], i))
    payments.set(id, changedPayments(payments.get(id) ?? [], i))
  })
  writeCsv(dir, 'olist_orders_dataset.csv', orders)
  writeCsv(dir, 'olist_order_items_dataset.csv', [...items.values()].flat())
  writeCsv(dir, 'olist_order_payments_dataset.csv', [...payments.values()].flat())
  writeCsv(dir, 'olist_customers_dataset.csv', changedCustomers(customers))
  const products = readCsv(dir, 'olist_products_dataset.csv')
  products.forEach((product, i) => {
    if (i % 9 === 4) product.product_category_name = ''
    if (i % 9 === 5) product.product_category_name = 'sem_traducao'
  })
  writeCsv(dir, 'olist_products_dataset.csv', products)
}

function changeStatus(order: Row, i: number): void {
  if (i % 3 === 0) order.order_status = STATUSES[(i / 3) % STATUSES.length]!
  if (i % 29 === 7) order.order_status = ' Delivered '
}

/** Times are lost, come before the purchase, or after what was promised. */
function changeTimes(order: Row, i: number): void {
  const bought = order.order_purchase_timestamp!
  const move = (column: string, from: string, days: number) => {
    if (from) order[column] = moved(from, days)
  }
  if (i % 13 === 5)
    move('order_estimated_delivery_date', order.order_delivered_customer_date!, -1 - (i % 5))
  if (i % 19 === 8) move('order_delivered_customer_date', bought, -2)
  if (i % 11 === 4) move('order_approved_at', bought, -1)
  if (i % 17 === 6) move('order_delivered_carrier_date', bought, -1)
  if (i % 23 === 9) move('order_delivered_carrier_date', order.order_delivered_customer_date!, 3)
  if (i % 5 === 1) order.order_approved_at = ''
  if (i % 7 === 2) order.order_delivered_carrier_date = ''
  if (i % 6 === 3) order.order_delivered_customer_date = ''
  if (i % 21 === 10) order.order_estimated_delivery_date = ''
}

function changedItems(items: readonly Row[], i: number): Row[] {
  if (i % 10 === 3) return []
  const priced = items.map((item) => ({ ...item }))
  for (const item of priced) {
    if (i % 12 === 5) item.price = '0.00'
    if (i % 14 === 6) item.freight_value = '0.00'
    if (i % 37 === 12) item.seller_id = 'gone'
    if (i % 41 === 13) item.product_id = 'gone'
  }
  const first = priced[0]
  if (!first || i % 9 !== 4) return priced
  const more = ['0.01', '33.33', first.price!].map((price, k) => ({
    ...first,
    price,
    order_item_id: String(priced.length + k + 1),
  }))
  return [...priced, ...more]
}

function changedPayments(payments: readonly Row[], i: number): Row[] {
  const first = payments[0]
  if (!first || i % 16 === 7) return []
  const typed = payments.map((payment, k) => ({
    ...payment,
    payment_type: PAYMENTS[(i + k) % PAYMENTS.length]!,
  }))
  if (i % 8 !== 1) return typed
  return [
    ...typed,
    {
      ...first,
      payment_type: 'voucher',
      payment_sequential: String(payments.length + 1),
      payment_value: '0.05',
    },
  ]
}

/** People come back, some from another address; some were never written down. */
function changedCustomers(customers: readonly Row[]): Row[] {
  const changed = customers.map((customer) => ({ ...customer }))
  changed.forEach((customer, i) => {
    if (i % 4 === 3) customer.customer_unique_id = changed[i - 1 - (i % 3)]!.customer_unique_id!
    if (i % 15 === 8) customer.customer_zip_code_prefix = '1409'
    if (i % 15 === 9) customer.customer_city = '  Sao Paulo '
  })
  return changed.filter((_, i) => i % 43 !== 20)
}

function moved(time: string, days: number): string {
  return new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + days * DAY)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
}

function groupByOrder(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.order_id!, [...(groups.get(row.order_id!) ?? []), row])
  return groups
}
