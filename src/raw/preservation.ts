import { join } from 'node:path'
import { identifier, sha256File } from '../engine/index.js'
import { InputError } from '../errors.js'
import { isGzip, readAll } from './bytes.js'
import type { RawSource } from './export-raw.js'
import type { FoundFile } from './files.js'
import { type Header, readHeader, tableColumns } from './header.js'
import { recogniseFolder } from './recognise.js'
import { type Fields, readRecord } from './record.js'

/** What can be asked in SQL and knows the folder of its CSV files, e.g. a workbench. */
export interface LoadedFolder extends RawSource {
  readonly dataDir: string
}

/** A raw table held against its file, cell by cell. */
export interface PreservationProof {
  readonly table_name: string
  readonly rows: number
  readonly cells: number
  /** Cells that are not the file's, a missing one included; 0 proves preservation. */
  readonly different_cells: number
}

/**
 * Reads a file again with the strict reader, which did not load it, and compares every cell with
 * the raw table. Holds the whole table in memory.
 *
 * @param table name of the raw table, e.g. `order_reviews`
 * @throws InputError when the table is not there or its file has changed since it was loaded
 */
export async function provePreservation(
  folder: LoadedFolder,
  table: string,
): Promise<PreservationProof> {
  const { source, path } = await loadedFile(folder, table)
  const gzip = isGzip(path)
  const file = await readHeader({ source, path, name: path, bytes: 0 }, gzip)
  const header = tableColumns(source, file)
  const bytes = await readAll(path, gzip, source.encoding)
  const [names, ...records] = readRecords(bytes, file)
  const order = header.map((name) => names!.indexOf(name))
  const wanted = records.map((record) => order.map((at) => record[at] ?? null))
  const columns = header.map(identifier)
  const from = `from raw.${identifier(table)}`
  const isSame = await holdsRows(folder, from, columns, wanted)
  const [counted] = await folder.rows<{ rows: number }>(`select count(*) as rows ${from}`)
  const { rows } = counted!
  const different = isSame ? 0 : await differentCells(folder, from, columns, wanted)
  return { table_name: table, rows, cells: rows * header.length, different_cells: different }
}

type Wanted = readonly (readonly (string | null)[])[]

/** Whether a table has these rows: each value as its bytes and itself, '-' for none, a row at a time. */
async function holdsRows(
  folder: RawSource,
  from: string,
  columns: readonly string[],
  wanted: Wanted,
): Promise<boolean> {
  const told = columns.map((name) => `coalesce(strlen(${name}) || ':' || ${name}, '-')`)
  const rows = await folder.rows<{ told: string }>(`select ${told.join(' || ')} as told ${from}`)
  const tell = (value: string | null) =>
    value === null ? '-' : `${Buffer.byteLength(value)}:${value}`
  return (
    rows.length === wanted.length &&
    rows.every(({ told }, i) => told === wanted[i]!.map(tell).join(''))
  )
}

async function differentCells(
  folder: RawSource,
  from: string,
  columns: readonly string[],
  wanted: Wanted,
): Promise<number> {
  // '=' keeps a byte order mark at the start of a value, which the driver would drop.
  const cells = columns.map((name, i) => `'=' || ${name} as c${i}`)
  const rows = await folder.rows<Record<string, string | null>>(
    `select ${cells.join(', ')} ${from}`,
  )
  let different = 0
  for (let i = 0; i < Math.max(rows.length, wanted.length); i++) {
    for (const column of columns.keys()) {
      const cell = wanted[i]?.[column] ?? null
      const got = rows[i]?.[`c${column}`] ?? null
      if (got !== (cell === null ? null : `=${cell}`)) different++
    }
  }
  return different
}

async function loadedFile(folder: LoadedFolder, table: string): Promise<FoundFile> {
  const manifest = await folder.rows<{ table_name: string; file_name: string; sha256: string }>(
    'select table_name, file_name, sha256 from raw.load_manifest order by table_name',
  )
  const line = manifest.find(({ table_name }) => table_name === table)
  if (!line) {
    const allowed = manifest.map(({ table_name }) => table_name).join(', ')
    throw new InputError(`table: got '${table}', allowed ${allowed}.`)
  }
  const path = join(folder.dataDir, line.file_name)
  const { known } = await recogniseFolder(folder.dataDir, await loadedAs(folder))
  const file = known.find((other) => other.source.table === table)
  if (file && (await sha256File(path)) === line.sha256) return file
  throw new InputError(`${path} has changed since it was loaded. Run again.`)
}

/** The name of the source that the files were loaded as. */
async function loadedAs(folder: LoadedFolder): Promise<string | undefined> {
  const [source] = await folder.rows<{ name: string }>('select name from raw.source')
  return source?.name
}

/** The header and the records of a file; lines that hold no record are left out. */
function* readRecords(bytes: Buffer, header: Header): Generator<Fields> {
  let width = 0
  let start = bytes[0] === 0xef ? 3 : 0
  for (let n = 0; n < header.preambleLines; n++) start = bytes.indexOf(0x0a, start) + 1
  for (let at = start; at < bytes.length; ) {
    const record = readRecord(bytes, at, header.delimiter)
    if ('fields' in record && (width === 0 || record.fields.length === width)) {
      width = record.fields.length
      yield record.fields
      at = record.end
    } else at = bytes.indexOf(0x0a, at) + 1 || bytes.length
  }
}
