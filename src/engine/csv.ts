import type { Database } from './database.js'
import { identifier, literal } from './sql-text.js'

/** A CSV file as its header and its first bytes describe it. */
export interface CsvSource {
  readonly path: string
  /** Gzip-compressed. */
  readonly gzip: boolean
  /** Column names in the order of the file. */
  readonly columns: readonly string[]
  readonly lineEnd: '\n' | '\r\n'
  /** Between fields: one character. */
  readonly delimiter: string
}

/** Small buffers keep all threads busy on files of a few megabytes; a longer line is refused. */
const BUFFER_BYTES = 1 << 20

/**
 * Has the tables of this database stored as they are. To find the best packing for text takes
 * longer than to read it.
 */
export async function storeUncompressed(db: Database): Promise<void> {
  await db.exec(`set force_compression = 'uncompressed'`)
}

/**
 * Makes a table of VARCHAR columns from a CSV file with DuckDB's reader. Nothing is sniffed: every
 * option is pinned. An empty field is NULL, a quoted empty field an empty string. The path reaches
 * the engine as a bound value, never as SQL.
 *
 * The reader forgives things it does not report (a comma too many at a line's end, spaces around
 * quotes), so load only files whose shape was checked first.
 *
 * @param columns the table's columns, in its order; those that the file lacks are NULL
 * @throws Error of the engine when a line cannot be read
 */
export async function loadCsv(
  db: Database,
  table: string,
  columns: readonly string[],
  source: CsvSource,
): Promise<void> {
  const types = source.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')
  const selected = columns.map((name) =>
    source.columns.includes(name)
      ? identifier(name)
      : `cast(null as varchar) as ${identifier(name)}`,
  )
  await db.run(
    `create table ${identifier(table)} as
     select ${selected.join(', ')}
     from read_csv(?, columns = {${types}}, auto_detect = false, header = true,
       delim = ${literal(source.delimiter)}, quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
       new_line = ${source.lineEnd === '\n' ? `'\\n'` : `'\\r\\n'`},
       compression = ${source.gzip ? `'gzip'` : `'none'`}, strict_mode = true,
       null_padding = false, ignore_errors = false, parallel = true,
       buffer_size = ${BUFFER_BYTES}, max_line_size = ${BUFFER_BYTES}, hive_partitioning = false)`,
    globLiteral(source.path),
  )
}

/**
 * The statement that writes a query's result as CSV: NULL as an empty field, an empty string as a
 * quoted one, rows in the order of the query.
 */
export function csvCopy(query: string, path: string, delimiter = ','): string {
  return `copy (${query}) to ${literal(path)} (format csv, header true, delimiter ${literal(delimiter)}, quote '"', escape '"', nullstr '')`
}

/** A path that the engine's glob matching takes literally. */
function globLiteral(path: string): string {
  return path.replace(/[[*?]/g, (character) => `[${character}]`)
}
