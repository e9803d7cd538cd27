import type { Database } from './database.js'
import { identifier, literal } from './sql-text.js'

/**
 * Makes the temporary one-row table `params` that models cross join to read their assumptions:
 * integers become BIGINT, other numbers DOUBLE, strings VARCHAR.
 */
export async function createParams(
  db: Database,
  params: Readonly<Record<string, number | string | boolean>>,
): Promise<void> {
  const columns = Object.entries(params).map(
    ([name, value]) => `${typed(value)} as ${identifier(name)}`,
  )
  await db.exec(`create or replace temporary table params as select ${columns.join(', ')}`)
}

function typed(value: number | string | boolean): string {
  if (typeof value === 'string') return literal(value)
  if (typeof value === 'boolean') return String(value)
  return Number.isInteger(value) ? `${value}::bigint` : `${value}::double`
}
