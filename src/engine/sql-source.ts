import type { Row, Value } from './values.js'

/**
 * Something that answers SQL over tables: a database, or a workbench over its artifacts. Rows come as
 * objects, values fill `?` in order.
 */
export interface SqlSource {
  rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]>
}
