import type { SqlSource } from '../../engine/index.js'
import type { Declared } from '../declared.js'

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
  readonly select: string | ((ask: SqlSource['rows'], declared: Declared) => Promise<string>)
}

/**
 * Rows as a SELECT; without any, an empty one of the same columns. Every column is one text, taken apart by
 * the engine: it reads thousands of rows in a moment, where as many expressions would each be parsed and bound.
 */
export function valuesOf(
  columns: Readonly<Record<string, 'varchar' | 'bigint' | 'integer' | 'date' | 'double'>>,
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const named = Object.entries(columns)
  const cast = named.map(([name, type]) => `cast(nullif(${name}, 'null') as ${type}) as ${name}`)
  const lists = named.map(
    ([name], i) => `unnest(${listOf(rows.map((row) => row[i] ?? null))}) as ${name}`,
  )
  return `select ${cast.join(', ')} from (select ${lists.join(', ')}) as listed`
}

const BETWEEN = '\u001f'

function listOf(values: readonly (string | number | null)[]): string {
  if (values.length === 0) return 'cast([] as varchar[])'
  return `string_split('${values.map(String).join(BETWEEN).replaceAll("'", "''")}', '${BETWEEN}')`
}
