import type { attributionTables } from './attribution.js'
import type { Column, ColumnType } from './column.js'
import type { decisionsTables } from './decisions.js'
import type { dwhTables } from './dwh.js'
import type { financeTables } from './finance.js'
import type { judgmentTables } from './judgment.js'
import type { marketTables } from './market.js'
import type { rawTables } from './raw.js'

interface Tables {
  raw: typeof rawTables
  dwh: typeof dwhTables
  market: typeof marketTables
  attribution: typeof attributionTables
  finance: typeof financeTables
  judgment: typeof judgmentTables
  decisions: typeof decisionsTables
}

/** A published table with its artifact, e.g. `dwh.fct_orders`. */
export type TableName = {
  [A in keyof Tables]: `${A}.${keyof Tables[A] & string}`
}[keyof Tables]

type ColumnsOf<T extends TableName> = T extends `${infer A extends keyof Tables}.${infer Name}`
  ? Name extends keyof Tables[A]
    ? Tables[A][Name] extends { readonly columns: infer C }
      ? C
      : never
    : never
  : never

/** What a cell of a column is once it is read; DATE and TIMESTAMP are Dates read as UTC. */
interface Read {
  VARCHAR: string
  BIGINT: number
  INTEGER: number
  DOUBLE: number
  BOOLEAN: boolean
  DATE: Date
  TIMESTAMP: Date
}

type CellOf<C> = C extends Column<infer T extends ColumnType> ? Read[T] | null : never

/** A row of a published table: its columns as the schema declares them, any of which may be NULL. */
export type TableRow<T extends TableName> = {
  readonly [C in keyof ColumnsOf<T>]-?: CellOf<NonNullable<ColumnsOf<T>[C]>>
}
