import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runDwh } from '../dwh/harness.js'
import { newFolder } from '../raw/harness.js'

function folder(map: string, orders: string): string {
  const dir = newFolder()
  writeFileSync(join(dir, 'columns.yaml'), map)
  writeFileSync(join(dir, 'orders.csv'), orders)
  return dir
}

describe('values of a mapped export', () => {
  it('are read by their formats, and times are brought to the zone of the shop', async () => {
    const map = `
orders:
  file: orders.csv
  delimiter: ';'
  decimal: ','
  grouping: '.'
  date_format: DD/MM/YYYY hh:mm
  time_zone: { file: UTC, shop: Europe/Berlin }
  columns:
    order_id: No
    purchased_at: When
    price: { column: Each, times: Pieces }
    cost: { column: Bought, times: Pieces }
    freight: Post
    seller_id: { constant: ours }
`
    const db = await runDwh(
      folder(
        map,
        'No;When;Each;Pieces;Post;Bought\n1;31/01/2024 23:30;1.234,50;2;4,90;1.000,25\n1;31/01/2024 23:30;0,05;1;4,90;\n',
      ),
    )
    const orders = await db.all(
      `select order_id, purchased_at::varchar as at, order_status, items, price_cents, freight_cents
       from fct_orders`,
    )
    expect(orders).toEqual([
      {
        order_id: '1',
        at: '2024-02-01 00:30:00',
        order_status: 'delivered',
        items: 2,
        price_cents: 246_905,
        freight_cents: 490,
      },
    ])
    const items = await db.all(
      'select seller_id, price_cents, freight_cents, cost_cents from fct_order_items order by price_cents',
    )
    expect(items).toEqual([
      { seller_id: 'ours', price_cents: 5, freight_cents: 0, cost_cents: null },
      { seller_id: 'ours', price_cents: 246_900, freight_cents: 490, cost_cents: 200_050 },
    ])
    await db.close()
  })

  it('that cannot be read are refused, naming the order and the value', async () => {
    const map = `
orders:
  file: orders.csv
  columns: { order_id: No, purchased_at: When, price: Total }
`
    const run = runDwh(
      folder(map, 'No,When,Total\n7,2024-01-05 10:00:00,"12,50"\n8,05.01.2024,3\n'),
    )
    await expect(run).rejects.toThrow('Total can be read as cents')
    await expect(run).rejects.toThrow('7 12,50')
    await expect(run).rejects.toThrow('8 05.01.2024')
    await expect(run).rejects.toThrow(
      'Allowed: a moment as YYYY-MM-DD hh:mm:ss, every part in as many',
    )
    await expect(run).rejects.toThrow('Allowed: an amount as 1234.56, as decimal and grouping say')
  })

  it('of an order without an item are refused where they are money, for they would be lost', async () => {
    const map = (freight: string) => `
orders:
  file: orders.csv
  columns: { order_id: No, purchased_at: When, price: Total, freight: ${freight} }
`
    const orders =
      'No,When,Total,Post,None\n7,2024-01-05 10:00:00,3,1,0\n8,2024-01-05 10:00:00,,4.90,0\n'
    const run = runDwh(folder(map('Post'), orders))
    await expect(run).rejects.toThrow(
      'orders.csv (raw.mapped_orders): an order that costs something',
    )
    await expect(run).rejects.toThrow('1 violation, e.g. 8. Give the order a line with an item')
    const db = await runDwh(folder(map('None'), orders))
    expect(await db.all('select items from fct_orders order by order_id')).toEqual([
      { items: 1 },
      { items: 0 },
    ])
    await db.close()
  })
})

it('takes items without a product as one, and says so', async () => {
  const map = `
orders:
  file: orders.csv
  date_format: YYYY-MM-DD
  columns: { order_id: No, purchased_at: When, price: Each }
`
  const db = await runDwh(folder(map, 'No,When,Each\n1,2024-01-31,5.00\n2,2024-02-01,6.00\n'))
  const items = await db.all('select distinct product_id from fct_order_items')
  expect(items).toEqual([{ product_id: 'not told' }])
  const notes = await db.all(
    `select severity from source_notes where note_id = 'no_order_items_product_id'`,
  )
  expect(notes).toEqual([{ severity: 'info' }])
  await db.close()
})

it('a shop in a country of unknown holidays runs, and hears that its calendar has none', async () => {
  const map = `
currency: KWD
country: KW
orders:
  file: orders.csv
  date_format: YYYY-MM-DD
  columns: { order_id: No, purchased_at: When, price: Each }
`
  const db = await runDwh(folder(map, 'No,When,Each\n1,2024-01-31,5.125\n'), {
    changes: { place: { currency: 'KWD', country: 'KW' } },
  })
  expect(await db.all('select price_cents from fct_orders')).toEqual([{ price_cents: 5_125 }])
  const [note] = await db.all(`select statement from source_notes where note_id = 'no_holidays'`)
  expect(note).toEqual({ statement: expect.stringContaining('No holidays of KW are known') })
  const [days] = await db.all('select count(holiday_name) as n from dim_date')
  expect(days).toEqual({ n: 0 })
  await db.close()
})
