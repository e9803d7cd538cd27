import { literal } from './sql-text.js'
import type { Row, Value } from './values.js'

/**
 * Something that answers SQL over tables: a database, or a workbench over its artifacts. Rows come as
 * objects, values fill `?` in order.
 */
export interface SqlSource {
  rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]>
}

/** Whether an artifact holds a table: those of files that may be missing are made only where they are there. */
export async function hasTable(
  source: SqlSource,
  artifact: string,
  table: string,
): Promise<boolean> {
  const found = await source.rows(
    `select 1 from information_schema.tables
     where table_catalog = ${literal(artifact)} and table_name = ${literal(table)}`,
  )
  return found.length > 0
}

/** The threads that this machine's engine may use: all cores, unless declared. */
export async function threadsOf(source: SqlSource): Promise<number> {
  const [setting] = await source.rows<{ threads: number }>(
    `select current_setting('threads')::integer as threads`,
  )
  return setting!.threads
}
