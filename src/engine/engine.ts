import type { ColumnType } from '../schema/column.js'
import type { Columns } from './database.js'
import type { SqlFunction } from './functions.js'
import type { SqlSource } from './sql-source.js'

/** Whether a table is part of the artifact, or helps to make it and goes with the session. */
export type TableKind = 'published' | 'temporary'

/** The columns of a table that is put: what a declared table says of each, its type at least. */
export interface PutColumns {
  readonly columns: Readonly<Record<string, { readonly type: ColumnType }>>
}

/**
 * What makes the tables of an artifact from SELECTs: DuckDB here, or a cluster. Names made here are
 * plain, those of earlier artifacts have the artifact's name before them. Whatever makes the tables,
 * `rows` answers over all of them.
 */
export interface Engine extends SqlSource {
  /** Makes functions known to the SELECTs that follow; one of the same name is replaced. */
  define(functions: Readonly<Record<string, SqlFunction>>): Promise<void>
  makeTable(name: string, select: string, kind?: TableKind): Promise<void>
  /** Makes a temporary view, or replaces it. */
  makeView(name: string, select: string): Promise<void>
  /** Puts a small table given by columns; a temporary one replaces another of its name. */
  putTable(name: string, schema: PutColumns, columns: Columns, kind?: TableKind): Promise<void>
  /** Lends engines that make tables at the same time and see each other's. Default: it works alone. */
  sideBySide?<T>(work: (engines: readonly Engine[]) => Promise<T>): Promise<T>
}
