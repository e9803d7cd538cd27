import type { Staging } from '../source.js'
import { readStaging } from '../staging-sql.js'

/**
 * The columns that the lines of a flat export have, typed. What an order says as a whole (all from
 * `customer_id` on) may stand on one of its lines, the others NULL, or on all.
 *
 * - `line_cents`: what the line costs; NULL where the line sells nothing
 * - `line_key`: text that tells lines of one product and price apart
 * - `freight_line_cents`: freight of the line, where lines have their own
 * - `line_cost_cents`: what the line cost the shop; NULL where no file tells
 * - `goods_cents`: what the order's goods came to after discounts and refunds; NULL: the lines' sum
 * - `payment_cents`: what was paid for the order; NULL: nothing yet
 */
const flatColumns = [
  'order_id',
  'line_key',
  'product_id',
  'category',
  'seller_id',
  'line_cents',
  'freight_line_cents',
  'line_cost_cents',
  'customer_id',
  'zip_code_prefix',
  'city',
  'state',
  'order_status',
  'purchased_at',
  'approved_at',
  'handed_over_at',
  'delivered_at',
  'estimated_delivery_at',
  'goods_cents',
  'freight_cents',
  'payment_cents',
  'payment_type',
] as const

const models = readStaging(new URL('./staging/', import.meta.url), [
  'orders',
  'order_items',
  'customers',
  'sellers',
  'products',
  'payments',
])

/**
 * The canonical views of a flat export: one line an item, order fields on one line or on all.
 *
 * @param lines a SELECT of {@link flatColumns}
 */
export function flatStaging(lines: string): Staging {
  return Object.fromEntries(
    Object.entries(models).map(([table, sql]) => [table, sql.replace('{{lines}}', () => lines)]),
  )
}
