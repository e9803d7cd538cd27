import { literal } from './sql-text.js'

/** The statement that writes a query's result as a Parquet file. */
export function parquetCopy(query: string, path: string): string {
  return `copy (${query}) to ${literal(path)} (format parquet, compression zstd)`
}
