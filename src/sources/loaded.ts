import type { SqlSource } from '../engine/index.js'
import { sourceOf } from './registry.js'
import type { RawTables, Source } from './source.js'

/** The source that the raw tables were loaded as. */
export async function loadedSource(source: SqlSource): Promise<Source> {
  const [loaded] = await source.rows<{ name: string; mapping: string | null }>(
    'select name, mapping from raw.source',
  )
  return sourceOf(loaded!)
}

/** The raw tables that are there, with their columns. */
export async function rawTables(source: SqlSource): Promise<RawTables> {
  const rows = await source.rows<{ table_name: string; column_name: string }>(
    `select table_name, column_name from duckdb_columns()
     where database_name = 'raw' order by table_name, column_index`,
  )
  const tables = new Map<string, string[]>()
  for (const { table_name, column_name } of rows) {
    tables.set(table_name, [...(tables.get(table_name) ?? []), column_name])
  }
  return tables
}
