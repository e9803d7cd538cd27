import { expect, it } from 'vitest'
import { countRows, Database, schemaDifferences } from '../../src/engine/index.js'
import { dwhSchema } from '../../src/schema/dwh.js'
import { artifactOf } from '../made/whole-run.js'
import { hasOlist, needsOlist } from '../olist.js'

it.skipIf(!hasOlist)(
  `models all of it, ${needsOlist}`,
  async () => {
    const db = await Database.create(await artifactOf('olist', 'dwh'), { readOnly: true })
    expect(await schemaDifferences(db, dwhSchema)).toEqual([])
    expect(await countRows(db)).toMatchObject({
      fct_orders: 99_441,
      fct_order_items: 112_650,
      fct_payments: 103_886,
      fct_reviews: 99_224,
      dim_customer: 96_097,
      dim_seller: 3_096,
      dim_product: 32_952,
    })
    const [sums] = await db.all(
      `select sum(price_cents) as price, sum(freight_cents) as freight,
         sum(payment_cents) as payments, sum(items) as items,
         count(*) filter (where is_new_customer) as new_customers
       from fct_orders`,
    )
    expect(sums).toEqual({
      price: 13_591_643_70,
      freight: 2_251_909_54,
      payments: 16_008_872_12,
      items: 112_650,
      new_customers: 96_096,
    })
    const found = await db.all<{ check_id: string; violations: number }>(
      'select check_id, violations from integrity_checks where violations > 0',
    )
    expect(Object.fromEntries(found.map((row) => [row.check_id, row.violations]))).toEqual({
      orders_have_items: 775,
      orders_have_payments: 1,
      payments_equal_items_and_freight: 303,
      delivered_orders_have_a_delivery_date: 8,
      unique_raw_order_reviews_review_id: 789,
      approval_before_hand_over: 1_359,
      hand_over_before_delivery: 23,
      delivery_by_the_estimate: 7_827,
    })
    await db.close()
  },
  120_000,
)
