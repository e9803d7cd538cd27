import { type Database, identifier, loadCsv } from '../engine/index.js'
import { isGzip, readAll, readLineChunks, UTF8 } from './bytes.js'
import type { FoundFile } from './files.js'
import { type Header, readHeader, tableColumns } from './header.js'
import { type FileShape, ShapeReader } from './shape.js'
import { countLines, loadStrictly, type Reject } from './strict-load.js'

/** One file as it was loaded. */
export interface LoadedFile {
  readonly file: FoundFile
  readonly header: Header
  readonly rows: number
  readonly lines: number
  readonly blankLines: number
  /** Lines that continue a record, after a line break inside quotes. */
  readonly continuationLines: number
  readonly rejects: readonly Reject[]
}

/**
 * Loads one file into the table of its name. The engine's reader loads it while its bytes are
 * read a second time for its shape; only when the file is regular and both counts agree does that
 * load stand. Every other file is read again, strictly, line by line.
 *
 * @throws InputError on a header that breaks the contract or a damaged gzip file
 */
export async function loadFile(db: Database, file: FoundFile): Promise<LoadedFile> {
  const gzip = isGzip(file.path)
  const header = await readHeader(file, gzip)
  const fast = isPlain(file, header) ? await loadRegular(db, file, gzip, header) : undefined
  if (fast) return fast
  await db.exec(`drop table if exists ${identifier(file.source.table)}`)
  const strict = await loadStrictly(db, file, header, gzip)
  const lines = countLines(await readAll(file.path, gzip, file.source.encoding))
  return { file, header, lines, ...strict }
}

/** UTF-8 from the first line on: what the engine's reader can take as it lies there. */
function isPlain({ source }: FoundFile, { preambleLines }: Header): boolean {
  return preambleLines === 0 && (source.encoding ?? UTF8) === UTF8
}

/** The file as the engine's reader loads it; undefined when it is not regular. */
async function loadRegular(
  db: Database,
  file: FoundFile,
  gzip: boolean,
  header: Header,
): Promise<LoadedFile | undefined> {
  const [shape, rows] = await settled(
    readShape(file, gzip, header),
    loadFast(db, file, gzip, header),
  )
  if (shape === undefined || rows !== shape.records) return undefined
  const { lines, blankLines } = shape
  const continuationLines = lines - 1 - rows - blankLines
  return { file, header, rows, lines, blankLines, continuationLines, rejects: [] }
}

async function readShape(
  file: FoundFile,
  gzip: boolean,
  header: Header,
): Promise<FileShape | undefined> {
  const reader = new ShapeReader(header)
  for await (const chunk of readLineChunks(file.path, gzip)) reader.push(chunk)
  return reader.end()
}

/** Rows loaded; undefined when the engine's reader stumbled. */
async function loadFast(
  db: Database,
  file: FoundFile,
  gzip: boolean,
  header: Header,
): Promise<number | undefined> {
  const { table } = file.source
  const { columns, lineEnd } = header
  const delimiter = String.fromCharCode(header.delimiter)
  const wanted = tableColumns(file.source, header)
  try {
    await loadCsv(db, table, wanted, { path: file.path, gzip, columns, lineEnd, delimiter })
  } catch {
    return undefined
  }
  const [row] = await db.all<{ n: number }>(`select count(*) as n from ${identifier(table)}`)
  return row!.n
}

/** Waits for both before it throws, so that no work goes on behind the caller's back. */
async function settled<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const results = await Promise.allSettled([a, b])
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return Promise.all([a, b])
}
