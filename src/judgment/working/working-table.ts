import type { SqlSource } from '../../engine/index.js'

/**
 * A table that laws share while they judge: what must be there, worked out from earlier artifacts and
 * the assumptions on another path than the models'. It is temporary and belongs to nobody.
 */
export interface WorkingTable {
  readonly name: string
  /** Working tables that it reads. */
  readonly uses: readonly WorkingTable[]
  /** Published tables that code reads; those of a SELECT stand in it. */
  readonly reads?: readonly string[]
  /** A SELECT, or code that makes one. */
  readonly select: string | ((ask: SqlSource['rows']) => Promise<string>)
}

/** Rows as a SELECT; without any, an empty one of the same columns. */
export function valuesOf(
  columns: Readonly<Record<string, 'varchar' | 'bigint' | 'integer' | 'date' | 'double'>>,
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const names = Object.keys(columns)
  const cast = Object.entries(columns).map(([name, type]) => `cast(${name} as ${type}) as ${name}`)
  const blank = names.map(() => 'null')
  const listed = (rows.length > 0 ? rows : [blank]).map((row) => `(${row.map(cell).join(', ')})`)
  return `select ${cast.join(', ')} from (values ${listed.join(', ')}) as listed (${names.join(', ')})
    ${rows.length > 0 ? '' : 'where false'}`
}

function cell(value: string | number | null): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `'${value}'`
  if (value === null || value === 'null') return 'null'
  return `'${value.replaceAll("'", "''")}'`
}
