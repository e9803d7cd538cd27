import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../synthetic/read-csv.js'
import { writeCsv } from '../synthetic/write-csv.js'

type Row = Record<string, string>

/**
 * Adds rows that meet nothing in the other files, and members that are there twice, without an id or by the
 * name that the warehouse gives those it does not know.
 */
export function addStrays(dir: string): void {
  addTo(dir, 'olist_customers_dataset.csv', strangers)
  addTo(dir, 'olist_products_dataset.csv', ([first, second]) => [
    { ...first, product_category_name: 'zzz', product_weight_g: '1' },
    { ...second, product_photos_qty: '9' },
    { ...second, product_id: 'unknown' },
    { ...second, product_id: '' },
  ])
  addTo(dir, 'olist_sellers_dataset.csv', ([first, second]) => [
    { ...first, seller_zip_code_prefix: '00001', seller_city: 'first' },
    { ...second, seller_state: 'ZZ' },
    { ...second, seller_id: 'sold nothing known' },
    { ...second, seller_id: 'just so much' },
    { ...second, seller_id: 'unknown' },
    { ...second, seller_id: '' },
  ])
  const nowhere = { order_id: 'in no other file' }
  addTo(dir, 'olist_order_items_dataset.csv', ([first]) => [
    { ...first, ...nowhere, seller_id: 'sold nothing known' },
    { ...first, order_item_id: '99', price: '', freight_value: '' },
  ])
  addTo(dir, 'olist_order_payments_dataset.csv', ([first]) => [{ ...first, ...nowhere }])
  addTo(dir, 'olist_order_reviews_dataset.csv', ([first]) => [
    { ...first, ...nowhere, review_id: 'of nothing' },
  ])
}

/** Another English word for a category that has one. */
export function translateTwice(dir: string): void {
  appendFileSync(join(dir, 'product_category_name_translation.csv'), 'cama_mesa_banho,zz_twice\n')
}

/** People without an order, an address of nobody, and one order's customer who is two people. */
function strangers(customers: readonly Row[]): Row[] {
  const away = { customer_zip_code_prefix: '00002', customer_city: 'away', customer_state: 'ZZ' }
  const person = (id: string, unique: string): Row => ({
    customer_id: id,
    customer_unique_id: unique,
    ...away,
  })
  return [
    person('never ordered', 'stranger'),
    person('0', customers[6]!.customer_unique_id!),
    person('of nobody', ''),
    person('of the unknown', 'unknown'),
    { ...person('without an address', 'homeless'), customer_zip_code_prefix: '' },
    person(customers[5]!.customer_id!, '0'),
  ]
}

/** Tests of what spend causes, on two channels and on one that the run does not have. */
export function writeLiftTests(dir: string): void {
  const lines = [
    'channel,first_date,last_date,spend_factor,lift_orders,standard_error',
    'facebook_ads,2017-10-02,2017-10-29,0,-3.5,2.5',
    'google_search,2018-02-05,2018-03-04,2,2,3',
    'Radio,2018-02-05,2018-03-04,0,-1,2',
  ]
  writeFileSync(join(dir, 'lift_tests.csv'), `${lines.join('\n')}\n`)
}

function addTo(dir: string, name: string, more: (rows: readonly Row[]) => readonly Row[]): void {
  const rows = readCsv(dir, name)
  writeCsv(dir, name, [...rows, ...more(rows)])
}
