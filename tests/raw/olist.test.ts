import { expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { artifactOf } from '../made/whole-run.js'
import { hasOlist, needsOlist } from '../olist.js'

it.skipIf(!hasOlist)(
  `loads all of it, ${needsOlist}`,
  async () => {
    const db = await Database.create(await artifactOf('olist', 'raw'), { readOnly: true })
    const rows = await db.all<{ table_name: string; n: number }>(
      'select table_name, rows_loaded as n from load_manifest where rows_rejected = 0',
    )
    expect(Object.fromEntries(rows.map(({ table_name, n }) => [table_name, n]))).toEqual({
      orders: 99_441,
      order_items: 112_650,
      customers: 99_441,
      sellers: 3_095,
      products: 32_951,
      order_payments: 103_886,
      order_reviews: 99_224,
      geolocation: 1_000_163,
      product_category_name_translation: 71,
      marketing_qualified_leads: 8_000,
      closed_deals: 842,
    })
    await db.close()
  },
  120_000,
)
