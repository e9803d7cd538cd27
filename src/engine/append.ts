import type { DuckDBAppender } from '@duckdb/node-api'
import type { Columns } from './database.js'
import { driver } from './driver.js'
import type { PutColumns } from './engine.js'
import { fromValue } from './values.js'

const ROWS_PER_CHUNK = 2048

/**
 * Appends rows given by columns, in chunks, and closes the appender. DATE takes day numbers since
 * 1970-01-01 or Dates.
 *
 * @throws RangeError when a declared column is missing or the columns differ in length
 */
export function appendColumns(
  appender: DuckDBAppender,
  name: string,
  schema: PutColumns,
  columns: Columns,
): void {
  const entries = Object.entries(schema.columns)
  const rows = columns[entries[0]![0]]?.length ?? 0
  for (const [column] of entries) {
    if (columns[column]?.length !== rows) {
      throw new RangeError(
        `append to ${name}: column ${column} has ${columns[column]?.length ?? 'no'} values, needed ${rows}`,
      )
    }
  }
  const types = entries.map((_, i) => appender.columnType(i))
  for (let from = 0; from < rows; from += ROWS_PER_CHUNK) {
    const to = Math.min(from + ROWS_PER_CHUNK, rows)
    const chunk = driver().DuckDBDataChunk.create(types)
    chunk.setColumns(
      entries.map(([column, { type }]) => {
        const values = columns[column]!
        const out = new Array(to - from)
        for (let i = from; i < to; i++) out[i - from] = fromValue(values[i], type)
        return out
      }),
    )
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
