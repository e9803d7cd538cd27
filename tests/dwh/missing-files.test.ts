import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/engine/index.js'
import { runDwh } from './harness.js'
import { tinyFolder } from './tiny.js'

async function without(...tables: string[]): Promise<Database> {
  const dir = tinyFolder()
  for (const table of tables) rmSync(join(dir, `${table}.csv`))
  return runDwh(dir)
}

const notes = async (db: Database) =>
  (await db.all<{ note_id: string }>('select note_id from source_notes order by note_id')).map(
    ({ note_id }) => note_id,
  )

describe('a folder without some of the files', () => {
  it('says of a whole one only that it has no leads', async () => {
    const db = await without()
    expect(await notes(db)).toEqual(['no_leads'])
    await db.close()
  })

  it('takes sellers, products and people from the orders', async () => {
    const db = await without(
      'sellers',
      'products',
      'customers',
      'product_category_name_translation',
    )
    expect(await notes(db)).toEqual(['no_customers', 'no_leads', 'no_products', 'no_sellers'])
    const sellers = await db.all('select seller_id from dim_seller order by seller_id')
    expect(sellers.map(({ seller_id }) => seller_id)).toEqual(['s1', 's2', 'unknown'])
    const [items] = await db.all(
      `select count(*) filter (where seller_id = 'unknown' or product_id = 'unknown') as unknown
       from fct_order_items`,
    )
    expect(items).toEqual({ unknown: 0 })
    const [people] = await db.all(
      'select count(*) filter (where is_new_customer) as new from fct_orders',
    )
    expect(people).toEqual({ new: 3 })
    await db.close()
  })

  it('takes what was paid from the items, without payments', async () => {
    const db = await without('order_payments')
    const rows = await db.all(
      'select order_id, payment_cents, payment_type from fct_payments order by 1',
    )
    expect(rows).toEqual([
      { order_id: 'o1', payment_cents: 8_229, payment_type: 'not_defined' },
      { order_id: 'o2', payment_cents: 7_220, payment_type: 'not_defined' },
    ])
    await db.close()
  })

  it('does without reviews and geolocation', async () => {
    const db = await without('order_reviews', 'geolocation')
    expect(await notes(db)).toEqual(['no_geography', 'no_leads', 'no_reviews'])
    const [zip] = await db.all(
      `select city, points from dim_geography where zip_code_prefix = '13023'`,
    )
    expect(zip).toEqual({ city: 'campinas', points: 0 })
    await db.close()
  })
})
