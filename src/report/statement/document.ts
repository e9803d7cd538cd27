import type { Statement } from './statement.js'

/** One table of the statement. Names of columns tell units, as everywhere. */
export interface StatementTable {
  readonly caption: string
  readonly rows: readonly object[]
  /** The columns to show, in order, with their headers. */
  readonly columns: Readonly<Record<string, string>>
  /** What its figures rest on, as a sentence; empty where a column says so row by row. */
  readonly basis: string
  /** A question to the published tables that gives its rows; empty where they come from no table. */
  readonly sql: string
  /** The column whose cells lead to where a row comes from: the `place` of a row that is the row's `at`. */
  readonly links?: string
  /** The last row is a total. Default false. */
  readonly totalRow?: boolean
}

/** One heading of the statement and what stands under it, the same in text, HTML and XLSX. */
export interface StatementSection {
  /** Letters and hyphens; the place that links lead to. */
  readonly id: string
  readonly title: string
  readonly sentences: readonly string[]
  readonly tables: readonly StatementTable[]
}

/** Makes one section of the statement; undefined where the run has nothing to say under its heading. */
export type SectionMaker = (statement: Statement) => StatementSection | undefined

/** Where a line of the profit and loss, or an account, is explained. */
export const placeOf = (kind: 'line' | 'account' | 'event', id: string): string =>
  `${kind}-${id.replaceAll('_', '-')}`
