import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HEADER =
  'order_id,date,status,shipping_total,refunded_total,payment_method,billing_email,item_id,item_name,item_sku,item_total'

/** Writes orders of a WooCommerce shop: refunds, free items, equal lines, cents that do not divide. */
export function writeWoocommerce(dir: string): void {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const status = ['completed', 'wc-processing', 'cancelled', 'refunded', 'pending'][i % 5]
    const order = `${i},2024-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00:00,${status},4.9${i % 3},${i % 7 === 3 ? '2.51' : '0'},${i % 4 === 1 ? 'bacs' : 'stripe'},P${i % 9}@x.org`
    return [`${order},1,Tea,T1,10.00`, `${order},2,Tea,T1,10.00`, `${order},3,Pot,,${i % 6}.33`]
  })
  writeFileSync(join(dir, 'orders-export.csv'), `${[HEADER, ...rows.flat()].join('\n')}\n`)
}
