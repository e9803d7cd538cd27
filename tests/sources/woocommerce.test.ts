import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runDwh } from '../dwh/harness.js'
import { newFolder } from '../raw/harness.js'

const header =
  'order_id,order_number,date,status,shipping_total,refunded_total,order_total,order_currency,payment_method,billing_email,billing_postcode,billing_city,billing_country,item_id,item_name,item_sku,item_quantity,item_total'

function folder(...lines: string[]): string {
  const dir = newFolder()
  writeFileSync(join(dir, 'orders-export.csv'), `${[header, ...lines].join('\n')}\n`)
  return dir
}

describe('the orders of a WooCommerce shop, one row an item', () => {
  it('become orders, items, people and payments', async () => {
    const db = await runDwh(
      folder(
        '7,7,2024-05-01 10:00:00,completed,4.90,0,34.90,GBP,stripe,A@x.org,E1 6AN,London,GB,1,Tea,T1,2,20.00',
        '7,7,2024-05-01 10:00:00,completed,4.90,0,34.90,GBP,stripe,A@x.org,E1 6AN,London,GB,2,Pot,P1,1,10.00',
        '8,8,2024-05-02 11:00:00,processing,0,2.50,10.00,GBP,bacs,a@x.org,E1 6AN,London,GB,3,Pot,P1,1,10.00',
        '9,9,2024-05-03 12:00:00,cancelled,0,0,10.00,GBP,cod,b@x.org,,,GB,4,Pot,P1,1,10.00',
      ),
    )
    const orders = await db.all(
      `select order_id, order_status, items, price_cents, freight_cents, payment_cents, is_new_customer
       from fct_orders order by order_id`,
    )
    expect(orders).toEqual([
      {
        order_id: '7',
        order_status: 'delivered',
        items: 2,
        price_cents: 3_000,
        freight_cents: 490,
        payment_cents: 3_490,
        is_new_customer: true,
      },
      {
        order_id: '8',
        order_status: 'processing',
        items: 1,
        price_cents: 750,
        freight_cents: 0,
        payment_cents: 750,
        is_new_customer: false,
      },
      {
        order_id: '9',
        order_status: 'canceled',
        items: 1,
        price_cents: 1_000,
        freight_cents: 0,
        payment_cents: 0,
        is_new_customer: true,
      },
    ])
    const payments = await db.all('select order_id, payment_type from fct_payments order by 1')
    expect(payments).toEqual([
      { order_id: '7', payment_type: 'credit_card' },
      { order_id: '8', payment_type: 'not_defined' },
    ])
    await db.close()
  })

  it('are refused in two currencies', async () => {
    const run = runDwh(
      folder(
        '7,7,2024-05-01 10:00:00,completed,0,0,20,GBP,stripe,a@x.org,,,GB,1,Tea,T1,1,20.00',
        '8,8,2024-05-02 10:00:00,completed,0,0,20,EUR,stripe,a@x.org,,,GB,2,Tea,T1,1,20.00',
      ),
    )
    await expect(run).rejects.toThrow('all orders are in one currency')
    await expect(run).rejects.toThrow('1 violation, e.g. 8')
  })
})
