import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const COLUMNS = [
  'order_id',
  'purchased_at',
  'status',
  'customer_id',
  'product_id',
  'category',
  'seller_id',
  'price',
  'cost',
  'freight',
  'payment',
  'payment_type',
  'zip_code',
  'city',
  'state',
  'approved_at',
  'handed_over_at',
  'delivered_at',
  'estimated_delivery_at',
]

/**
 * An export of which every column is mapped, freight by line: lines of one order tell other days, some no
 * product, seller, price or cost, some goods are sent free.
 */
export function writeMapped(dir: string): void {
  const map = [
    'currency: EUR',
    'country: DE',
    'orders:',
    '  file: lines.csv',
    '  columns:',
    ...COLUMNS.map((name) =>
      name === 'freight' ? '    freight: { column: freight, per: line }' : `    ${name}: ${name}`,
    ),
    '  statuses: { delivered: delivered, sent: shipped }',
    '  payment_types: { card: credit_card, slip: boleto }',
  ]
  writeFileSync(join(dir, 'columns.yaml'), `${map.join('\n')}\n`)
  const lines = Array.from({ length: 48 }, (_, i) => lineOf(i).join(','))
  writeFileSync(join(dir, 'lines.csv'), `${[COLUMNS.join(','), ...lines].join('\n')}\n`)
}

/** Two lines an order, each told a day later than the one before. */
function lineOf(i: number): string[] {
  const order = Math.floor(i / 2)
  const at = (days: number) =>
    `2024-03-${String(1 + (order % 14) + days + (i % 2)).padStart(2, '0')} 10:00:00`
  const kept = (text: string, every: number) => (i % every === every - 1 ? '' : text)
  const price = kept(`${10 + i}.0${i % 10}`, 13)
  return [
    `A${order}`,
    at(0),
    order % 5 === 4 ? 'sent' : 'delivered',
    `person${order % 9}`,
    kept(`P${i % 4}`, 11),
    `kind${i % 3}`,
    kept(`seller${i % 3}`, 7),
    price,
    kept(`${5 + i}.0${i % 7}`, 6),
    price && (order % 4 === 0 ? '0.00' : `1.0${i % 5}`),
    `${100 + order}.00`,
    i % 2 === 0 ? 'card' : 'slip',
    `2000${order % 5}`,
    `town${order % 4}`,
    `S${order % 3}`,
    at(1),
    at(2),
    at(4),
    at(6),
  ]
}
