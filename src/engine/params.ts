import type { ColumnType } from '../schema/column.js'
import type { Engine } from './engine.js'

/**
 * Makes the temporary one-row table `params` that models cross join to read their assumptions:
 * integers become BIGINT, other numbers DOUBLE, strings VARCHAR.
 */
export async function createParams(
  engine: Engine,
  params: Readonly<Record<string, number | string | boolean>>,
): Promise<void> {
  const entries = Object.entries(params)
  const columns = Object.fromEntries(
    entries.map(([name, value]) => [name, { type: typeOf(value) }]),
  )
  const values = Object.fromEntries(entries.map(([name, value]) => [name, [value]]))
  await engine.putTable('params', { columns }, values, 'temporary')
}

function typeOf(value: number | string | boolean): ColumnType {
  if (typeof value === 'string') return 'VARCHAR'
  if (typeof value === 'boolean') return 'BOOLEAN'
  return Number.isInteger(value) ? 'BIGINT' : 'DOUBLE'
}
