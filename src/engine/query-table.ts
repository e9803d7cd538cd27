import type { Row } from './values.js'

/** A verb's expression: a column's name, an arquero expression in text, or a function of a row. */
export type Expression<R = Row> = string | ((row: R) => unknown) | object

/**
 * A query's result: an arquero table, typed here by the verbs that questions need. arquero's own
 * declarations do not compile in a strict project; every other verb is there at run time.
 *
 * @see https://idl.uw.edu/arquero/api/verbs
 */
export interface QueryTable<R = Row> {
  numRows(): number
  numCols(): number
  /** Names of the columns, in the order selected. */
  columnNames(): string[]
  /** The values of one column. */
  array<C extends keyof R & string>(column: C): ArrayLike<R[C]>
  /** One value, by column and row number from 0. */
  get<C extends keyof R & string>(column: C, row?: number): R[C]
  object(row?: number): R
  /** The rows as objects. */
  objects(options?: { readonly limit?: number; readonly offset?: number }): R[]
  filter(criteria: Expression<R>): QueryTable<R>
  derive(values: Readonly<Record<string, Expression<R>>>): QueryTable
  select(...columns: unknown[]): QueryTable
  rename(columns: Readonly<Record<string, string>>): QueryTable
  groupby(...keys: unknown[]): QueryTable<R>
  ungroup(): QueryTable<R>
  rollup(values?: Readonly<Record<string, Expression<R>>>): QueryTable
  count(): QueryTable
  orderby(...keys: unknown[]): QueryTable<R>
  slice(start: number, end?: number): QueryTable<R>
  concat(...others: QueryTable<R>[]): QueryTable
  join(other: QueryTable<never>, on?: unknown, values?: unknown): QueryTable
  join_left(other: QueryTable<never>, on?: unknown, values?: unknown): QueryTable
  pivot(on: unknown, values: unknown): QueryTable
  fold(columns: unknown): QueryTable
  toCSV(): string
  toMarkdown(options?: { readonly limit?: number }): string
  [Symbol.iterator](): Iterator<R>
}

/** Columns as an arquero table. arquero is loaded at the first call only. */
export async function queryTable<R>(
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
): Promise<QueryTable<R>> {
  const { table } = await import('arquero')
  return table(columns) as unknown as QueryTable<R>
}
