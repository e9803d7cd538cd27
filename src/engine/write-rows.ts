import type { TableSchema } from '../schema/column.js'
import type { Engine } from './engine.js'

/** Makes a table of the declared columns and fills it with rows; other fields of a row are left out. */
export async function writeRows(
  engine: Engine,
  name: string,
  schema: TableSchema,
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(schema.columns).map((column) => [
    column,
    rows.map((row) => (row as Record<string, never>)[column]),
  ])
  await engine.putTable(name, schema, Object.fromEntries(columns))
}
