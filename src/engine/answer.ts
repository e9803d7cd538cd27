import type { DuckDBResultReader, DuckDBValue } from '@duckdb/node-api'
import { driver } from './driver.js'

/** A cell of an answer: dates as YYYY-MM-DD, moments as YYYY-MM-DD hh:mm:ss, what no number holds as text. */
export type AnswerCell = string | number | boolean | null

/** A result to be printed: names of columns, and rows of cells in that order. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly AnswerCell[])[]
}

/** A result of the driver as cells to be printed, nothing shifted and nothing rounded. */
export function answerOf(result: DuckDBResultReader): Answer {
  return {
    columns: result.deduplicatedColumnNames(),
    rows: result.getRows().map((row) => row.map(cellOf)),
  }
}

function cellOf(value: DuckDBValue): AnswerCell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return exactNumber(value)
  const { DuckDBDateValue, DuckDBTimestampValue } = driver()
  if (value instanceof DuckDBDateValue || value instanceof DuckDBTimestampValue) {
    return value.toString()
  }
  return String(value)
}

function exactNumber(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}
