import type { Ground } from './basis.js'

/** The SQL types a published table may use: the ones that DuckDB and Apache Spark both have. */
export type ColumnType =
  | 'VARCHAR'
  | 'BIGINT'
  | 'INTEGER'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'DATE'
  | 'TIMESTAMP'

/** What may be said of a column beside its type and its meaning. */
export interface ColumnNotes {
  /** What a number counts, where the column's name does not end in it. */
  readonly unit?: string
  /** What money is made from. Default: what the table says. */
  readonly restsOn?: readonly Ground[]
}

/** One column of a published table. */
export interface Column<T extends ColumnType = ColumnType> extends ColumnNotes {
  readonly type: T
  /** What a value says, in one line. */
  readonly about: string
}

/** A published table: its grain, and its columns in order. */
export interface TableSchema {
  /** What one row is: the columns that are unique together. Empty where rows are free-form. */
  readonly grain: readonly string[]
  /** What one row stands for, in words. */
  readonly about: string
  readonly columns: Readonly<Record<string, Column>>
  /** What the money of its columns is made from, where a column says nothing else. */
  readonly restsOn?: readonly Ground[]
  /** The table may be absent. Default false. */
  readonly optional?: boolean
}

/** The tables of one artifact by name. */
export type ArtifactSchema = Readonly<Record<string, TableSchema>>

/** Tables that are there only where some file tells of what they hold. */
export function mayBeAbsent<T extends ArtifactSchema>(
  tables: T,
): { readonly [Name in keyof T]: T[Name] & { readonly optional: true } } {
  const named = Object.entries(tables).map(([name, table]) => [name, { ...table, optional: true }])
  return Object.fromEntries(named)
}

const column =
  <T extends ColumnType>(type: T) =>
  (about: string, notes: ColumnNotes = {}): Column<T> => ({ type, about, ...notes })

/** Text, ids included. */
export const text = column('VARCHAR')
/** Money in integer cents; the column's name ends in `_cents`. */
export const cents = column('BIGINT')
/** A whole number that grows with the size of the data. */
export const count = column('BIGINT')
/** The same of one unit, where no column's name ends in it. */
export const countOf = (unit: string) => (about: string) => count(about, { unit })
/** A whole number that stays small. */
export const integer = column('INTEGER')
/** A number that is no money and no count. */
export const real = column('DOUBLE')
/** The same of one unit. */
export const realOf = (unit: string) => (about: string) => real(about, { unit })
export const flag = column('BOOLEAN')
/** A calendar day; a column named `month` holds the month's first one. */
export const day = column('DATE')
/** A local moment, without a time zone. */
export const time = column('TIMESTAMP')
