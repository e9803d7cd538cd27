import type { ArtifactSchema } from '../schema/column.js'
import type { Database } from './database.js'
import { identifier, literal } from './sql-text.js'

/** Rows of every table in the main database, by table name. */
export async function countRows(db: Database): Promise<Record<string, number>> {
  const names = await tableNames(db)
  if (names.length === 0) return {}
  const counts = names.map((name) => `(select count(*) from ${identifier(name)})`)
  const [row] = await db.all<{ n: number[] }>(`select [${counts.join(', ')}] as n`)
  return Object.fromEntries(names.map((name, i) => [name, row!.n[i]!]))
}

/** Names of the tables of one attached database (default: the main one), sorted. */
export async function tableNames(db: Database, catalog?: string): Promise<string[]> {
  const rows = await db.all<{ table_name: string }>(
    `select table_name from information_schema.tables
     where table_catalog = ${catalog ? literal(catalog) : 'current_database()'}
       and table_schema = 'main'
     order by table_name`,
  )
  return rows.map((row) => row.table_name)
}

/**
 * Compares the tables of the main database with what is declared.
 *
 * @param options.allowText tables of text columns only may stand beside those declared
 * @returns one line per difference; empty when all is as declared
 */
export async function schemaDifferences(
  db: Database,
  declared: ArtifactSchema,
  options: { readonly allowText?: boolean } = {},
): Promise<string[]> {
  const found = await db.all<{ table_name: string; columns: string }>(
    `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index) as columns
     from duckdb_columns()
     where database_name = current_database() and schema_name = 'main' and not internal
     group by table_name`,
  )
  const actual = new Map(found.map((row) => [row.table_name, row.columns]))
  const differences: string[] = []
  for (const [name, schema] of Object.entries(declared)) {
    const expected = Object.entries(schema.columns)
      .map(([column, { type }]) => `${column} ${type}`)
      .join(', ')
    const got = actual.get(name)
    if (got === undefined) {
      if (!schema.optional) differences.push(`${name}: missing`)
    } else if (got !== expected) differences.push(`${name}: got (${got}), declared (${expected})`)
  }
  for (const [name, columns] of actual) {
    const isText = columns.split(', ').every((column) => column.endsWith(' VARCHAR'))
    if (!(name in declared) && !(options.allowText && isText))
      differences.push(`${name}: not declared`)
  }
  return differences
}

/**
 * A fingerprint of a table's contents that no row order, thread count or machine changes: the sum
 * of a 60-bit md5 of every row, with the row count.
 *
 * @param table a table name as SQL reads it, e.g. `dwh.fct_orders`
 */
export async function tableFingerprint(db: Database, table: string): Promise<string> {
  const [row] = await db.all<{ fingerprint: string }>(
    `select count(*)::varchar || '-' ||
       coalesce(sum(('0x' || left(md5(t::varchar), 15))::bigint), 0)::varchar as fingerprint
     from ${table} as t`,
  )
  return row!.fingerprint
}
