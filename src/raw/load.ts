import { type Database, identifier, loadCsv } from '../engine/index.js'
import { isGzip, readAll, readLineChunks } from './bytes.js'
import type { FoundFile } from './files.js'
import { type Header, readHeader } from './header.js'
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
  const [shape, rows] = await settled(
    readShape(file, gzip, header),
    loadFast(db, file, gzip, header),
  )
  if (shape !== undefined && rows === shape.records) {
    const { lines, blankLines } = shape
    const continuationLines = lines - 1 - rows - blankLines
    return { file, header, rows, lines, blankLines, continuationLines, rejects: [] }
  }
  await db.exec(`drop table if exists ${identifier(file.source.table)}`)
  const strict = await loadStrictly(db, file, header, gzip)
  const lines = countLines(await readAll(file.path, gzip))
  return { file, header, lines, ...strict }
}

async function readShape(
  file: FoundFile,
  gzip: boolean,
  header: Header,
): Promise<FileShape | undefined> {
  const reader = new ShapeReader(header.columns.length, header.lineEnd)
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
  try {
    await loadCsv(db, table, file.source.header, { path: file.path, gzip, columns, lineEnd })
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
