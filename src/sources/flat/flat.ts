import type { Staging } from '../source.js'
import { readStaging } from '../staging-sql.js'

const models = readStaging(new URL('./staging/', import.meta.url), [
  'orders',
  'order_items',
  'customers',
  'sellers',
  'products',
  'payments',
])

/**
 * The canonical views of a flat export: one line an item. What an order says as a whole (all from
 * `customer_id` on) may stand on one of its lines, the others NULL, or on all.
 *
 * @param lines a SELECT of typed columns:
 *   - order_id, product_id, category, seller_id
 *   - line_key: text that tells lines of one product and price apart
 *   - line_cents: what the line costs; NULL where the line sells nothing
 *   - freight_line_cents: freight of the line, where lines have their own
 *   - line_cost_cents: what the line cost the shop; NULL where no file tells
 *   - customer_id, zip_code_prefix, city, state, order_status, payment_type, freight_cents
 *   - purchased_at, approved_at, handed_over_at, delivered_at, estimated_delivery_at
 *   - goods_cents: what the order's goods came to after discounts and refunds; NULL: the lines' sum
 *   - payment_cents: what was paid for the order; NULL: nothing yet
 */
export function flatStaging(lines: string): Staging {
  return Object.fromEntries(
    Object.entries(models).map(([table, sql]) => [table, sql.replace('{{lines}}', () => lines)]),
  )
}
