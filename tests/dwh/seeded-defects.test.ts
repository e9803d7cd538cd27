import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dwhChecks } from '../../src/dwh/checks/dwh-checks.js'
import { errorLines, runChecks } from '../../src/dwh/checks/run-checks.js'
import type { Database } from '../../src/engine/index.js'
import { olist } from '../../src/sources/olist/source.js'
import { nineFiles } from '../raw/harness.js'
import { runDwh } from './harness.js'
import { tinyFolder } from './tiny.js'

let db: Database
const nine = new Map(nineFiles.map(({ table, header }) => [table, header]))
const checks = dwhChecks(olist, nine)
beforeAll(async () => {
  db = await runDwh(tinyFolder())
})
afterAll(() => db.close())

/** Ids of the errors found after a defect was seeded; the defect is taken back. */
async function errorsAfter(defect: string): Promise<string[]> {
  await db.exec('begin')
  try {
    await db.exec(defect)
    const results = await runChecks(db, checks)
    expect(errorLines(results)).not.toEqual([])
    return results
      .filter(({ check, violations }) => check.severity === 'error' && violations > 0)
      .map(({ check }) => check.id)
  } finally {
    await db.exec('rollback')
  }
}

describe('each check of the build catches its defect', () => {
  it('finds nothing in a sound warehouse', async () => {
    expect(errorLines(await runChecks(db, checks))).toEqual([])
  })

  it.each([
    [
      'an item joined to items on order_id alone',
      `create or replace table fct_order_items as
         select a.* from fct_order_items as a join fct_order_items as b on b.order_id = a.order_id`,
      [
        'unique_fct_order_items_order_id_order_item_id',
        'equal_rowcount_fct_order_items',
        'equal_sum_fct_order_items_price_cents',
        'equal_sum_fct_order_items_freight_cents',
        'order_totals_are_sums_of_items',
      ],
    ],
    [
      'a doubled order',
      `insert into fct_orders from fct_orders where order_id = 'o1'`,
      ['unique_fct_orders_order_id', 'equal_rowcount_fct_orders', 'order_totals_are_sums_of_items'],
    ],
    [
      'a lost order without items',
      `delete from fct_orders where order_id = 'o3'`,
      ['equal_rowcount_fct_orders'],
    ],
    [
      'a lost payment',
      `delete from fct_payments where order_id = 'o3'`,
      ['equal_rowcount_fct_payments', 'equal_sum_fct_payments_payment_cents'],
    ],
    ['a lost review', 'delete from fct_reviews', ['equal_rowcount_fct_reviews']],
    [
      'a cent too much',
      `update fct_order_items set price_cents = price_cents + 1 where order_id = 'o2'`,
      ['equal_sum_fct_order_items_price_cents', 'order_totals_are_sums_of_items'],
    ],
    [
      'an orphan seller',
      `update fct_order_items set seller_id = 's9' where order_id = 'o2'`,
      ['relationships_fct_order_items_seller_id_dim_seller'],
    ],
    [
      'a key that points to nothing',
      `update fct_order_items set product_id = null where order_id = 'o2'`,
      ['relationships_fct_order_items_product_id_dim_product'],
    ],
    [
      'a lost default member',
      `delete from dim_date where date_key = 0`,
      [
        'relationships_fct_orders_approved_date_key_dim_date',
        'relationships_fct_orders_handed_over_date_key_dim_date',
        'relationships_fct_orders_delivered_date_key_dim_date',
        'default_members_dim_date',
      ],
    ],
    ['a dropped day', `delete from dim_date where date = date '2018-03-01'`, ['gapless_dim_date']],
    [
      'a doubled day',
      `insert into dim_date from dim_date where date = date '2018-03-01'`,
      ['unique_dim_date_date_key', 'gapless_dim_date'],
    ],
    [
      'a lost zip prefix',
      `delete from dim_geography where zip_code_prefix = '01046'`,
      [
        'relationships_fct_orders_zip_code_prefix_dim_geography',
        'relationships_dim_customer_zip_code_prefix_dim_geography',
      ],
    ],
    [
      'a lost person',
      `delete from dim_customer where customer_unique_id = 'p2'`,
      ['relationships_fct_orders_customer_unique_id_dim_customer', 'equal_rowcount_dim_customer'],
    ],
    [
      'a grain that is NULL',
      `update fct_order_items set order_item_id = null where order_id = 'o2'`,
      ['not_null_fct_order_items_order_item_id'],
    ],
  ])('%s', async (_, defect, ids) => {
    expect((await errorsAfter(defect)).sort()).toEqual(ids.sort())
  })
})
