import { dateOf, dayOf } from '../../src/time/calendar.js'
import { readCsv } from '../synthetic/read-csv.js'
import { writeCsv } from '../synthetic/write-csv.js'

type Row = Record<string, string>

const dayOfRow = (order: Row) => dayOf(order.order_purchase_timestamp!.slice(0, 10))

/**
 * Leads of every kind: won before and after the seller sold, lost, won without a seller, once in a month of
 * its own, or by one that never sold, some won twice.
 */
export function writeLeads(dir: string): void {
  const orders = readCsv(dir, 'olist_orders_dataset.csv')
  const first = Math.min(...orders.map(dayOfRow))
  const sellers = readCsv(dir, 'olist_sellers_dataset.csv').map(({ seller_id }) => seller_id!)
  const told = [...sellers, 'never sold', '', sellers[1]!, sellers[1]!].map((seller, i) => {
    const day = first - 20 + ((i * 37) % 240)
    return { id: `lead${i}`, seller, day, won: i % 4 === 3 ? undefined : day + ((i * 5) % 40) }
  })
  const leads = [...told, { id: 'early', seller: '', day: first - 400, won: first - 390 }]
  writeCsv(
    dir,
    'olist_marketing_qualified_leads_dataset.csv',
    leads.map(({ id, day }, i) => ({
      mql_id: id,
      first_contact_date: dateOf(day),
      landing_page_id: i % 5 === 0 ? '' : `page${i % 3}`,
      origin: ['paid_search', ' Email ', '', 'social'][i % 4]!,
    })),
  )
  const deal = (id: string, seller: string, won: number, i: number): Row => ({
    mql_id: id,
    seller_id: seller,
    ...{ sdr_id: 'd', sr_id: 'r', won_date: `${dateOf(won)} 10:00:00` },
    ...{
      business_segment: i % 3 === 0 ? '' : `segment${i % 5}`,
      lead_type: i % 4 === 0 ? '' : `type${i % 3}`,
    },
    ...{ lead_behaviour_profile: '', has_company: '', has_gtin: '', average_stock: '' },
    ...{ business_type: '', declared_product_catalog_size: '' },
    declared_monthly_revenue: i % 6 === 0 ? '' : `${i * 100}.50`,
  })
  const deals = leads.flatMap(({ id, seller, won }, i) =>
    won === undefined ? [] : [deal(id, seller, won, i)],
  )
  const again = deals.filter((_, i) => i % 7 === 2)
  const later = again.map((row, i) => deal(row.mql_id!, sellers[i]!, first + 200, i + 1))
  deals[5]!.won_date = ''
  writeCsv(dir, 'olist_closed_deals_dataset.csv', [...deals, ...later])
}

/** A buyer and a seller of one place that no other file knows, and that they call by two names. */
export function nameAPlaceTwice(dir: string): void {
  const customers = readCsv(dir, 'olist_customers_dataset.csv')
  const sellers = readCsv(dir, 'olist_sellers_dataset.csv')
  Object.assign(customers[2]!, { customer_zip_code_prefix: '99991', customer_city: 'there' })
  Object.assign(sellers[2]!, { seller_zip_code_prefix: '99991', seller_city: 'here' })
  writeCsv(dir, 'olist_customers_dataset.csv', customers)
  writeCsv(dir, 'olist_sellers_dataset.csv', sellers)
}

/** A buyer of the first month comes back a year later, for what pays for all that was spent on that month. */
export function comeBackLate(dir: string): void {
  const orders = readCsv(dir, 'olist_orders_dataset.csv')
  const items = readCsv(dir, 'olist_order_items_dataset.csv')
  const customers = readCsv(dir, 'olist_customers_dataset.csv')
  const personOf = ({ customer_id }: Row) =>
    customers.find((row) => row.customer_id === customer_id)
  const sold = orders.filter(
    (order) =>
      order.order_status === 'delivered' &&
      personOf(order) &&
      items.some(({ order_id }) => order_id === order.order_id),
  )
  const first = sold.reduce((one, other) => (dayOfRow(other) < dayOfRow(one) ? other : one))
  const month = first.order_purchase_timestamp!.slice(5, 7)
  const late = sold.findLast(
    (order) =>
      order.order_purchase_timestamp!.slice(5, 7) === month &&
      dayOfRow(order) > dayOfRow(first) + 300,
  )!
  personOf(late)!.customer_unique_id = personOf(first)!.customer_unique_id!
  for (const item of items) if (item.order_id === late.order_id) item.price = '20000.00'
  writeCsv(dir, 'olist_order_items_dataset.csv', items)
  writeCsv(dir, 'olist_customers_dataset.csv', customers)
}

/** One payment without its value. */
export function loseAPayment(dir: string): void {
  const payments = readCsv(dir, 'olist_order_payments_dataset.csv')
  payments[4]!.payment_value = ''
  writeCsv(dir, 'olist_order_payments_dataset.csv', payments)
}
