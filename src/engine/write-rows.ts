import type { TableSchema } from '../schema/column.js'
import type { Database } from './database.js'

/** Makes a table of the declared columns and fills it with rows; other fields of a row are left out. */
export async function writeRows(
  db: Database,
  name: string,
  schema: TableSchema,
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(schema.columns).map((column) => [
    column,
    rows.map((row) => (row as Record<string, never>)[column]),
  ])
  await db.createTable(name, schema)
  await db.append(name, schema, Object.fromEntries(columns))
}
