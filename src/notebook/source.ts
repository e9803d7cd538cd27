import { InputError } from '../errors.js'

/** An arquero table, or anything that lists its columns and its rows in the same way. */
export interface TableLike {
  columnNames(): string[]
  objects(): object[]
}

/** What tables and figures are made from: an arquero table or an array of row objects. */
export type TableSource = readonly object[] | TableLike

/** One row by column name. */
export type SourceRow = Readonly<Record<string, unknown>>

/** The rows of a source and its columns, in the order of the source. */
export interface SourceTable {
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
}

/** Reads a source once. Columns of an array are those of any of its rows. */
export function readSource(source: TableSource): SourceTable {
  if ('columnNames' in source) {
    return { columns: source.columnNames(), rows: source.objects() as SourceRow[] }
  }
  const rows = source as readonly SourceRow[]
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows }
}

/**
 * Reads a source of which certain columns are needed.
 *
 * @throws InputError when a column is not there, naming those that are
 */
export function readFields(
  source: TableSource,
  fields: readonly (string | undefined)[],
): readonly SourceRow[] {
  const { columns, rows } = readSource(source)
  if (columns.length === 0) return rows
  for (const field of fields) {
    if (field !== undefined && !columns.includes(field)) {
      throw new InputError(`Got no column ${field}. The table has ${columns.join(', ')}.`)
    }
  }
  return rows
}

/**
 * A cell as a number: null where nothing is known.
 *
 * @throws InputError on anything else that is not a finite number
 */
export function numberOf(value: unknown, field: string): number | null {
  if (value === null || value === undefined) return null
  const number = typeof value === 'bigint' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new InputError(`${field}: got ${String(value)}, needed a finite number or null.`)
}
