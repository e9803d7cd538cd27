import type { StageName } from './artifact-names.js'
import { attributionSchema } from './attribution.js'
import type { ArtifactSchema, Column, TableSchema } from './column.js'
import { decisionsSchema } from './decisions.js'
import { dwhSchema } from './dwh.js'
import { financeSchema } from './finance.js'
import { judgmentSchema } from './judgment.js'
import { marketSchema } from './market.js'
import { rawSchema } from './raw.js'

/** The tables of every artifact, by the name under which it is attached. */
export const schemas: Readonly<Record<StageName, ArtifactSchema>> = {
  raw: rawSchema,
  dwh: dwhSchema,
  market: marketSchema,
  attribution: attributionSchema,
  finance: financeSchema,
  judgment: judgmentSchema,
  decisions: decisionsSchema,
}

/** One column of one published table, in words. */
export interface DictionaryEntry extends Column {
  /** With its artifact, e.g. `dwh.fct_orders`. */
  readonly table: string
  readonly column: string
  /** What a number counts; empty for other columns. */
  readonly unit: string
  /** It is one of the columns that name a row. */
  readonly isKey: boolean
}

/** Every column of every table that a run publishes, in the order they are declared. */
export function dictionary(): DictionaryEntry[] {
  return Object.entries(schemas).flatMap(([artifact, tables]) =>
    Object.entries(tables).flatMap(([name, table]) => entriesOf(`${artifact}.${name}`, table)),
  )
}

function entriesOf(name: string, table: TableSchema): DictionaryEntry[] {
  return Object.entries(table.columns).map(([column, declared]) => ({
    ...declared,
    table: name,
    column,
    unit: declared.unit ?? unitOfName(column),
    isKey: table.grain.includes(column),
  }))
}

/** Units that stand last in a column's name. */
const unitWords: Readonly<Record<string, string>> = {
  cents: 'cents',
  bps: 'basis points',
  ...Object.fromEntries(
    ['days', 'months', 'clicks', 'impressions', 'orders', 'customers', 'bytes', 'lines'].map(
      (word) => [word, word],
    ),
  ),
}

/** What a column counts, as the end of its name tells: `spend_cents` is in cents; else empty. */
function unitOfName(column: string): string {
  return unitWords[column.slice(column.lastIndexOf('_') + 1)] ?? ''
}
