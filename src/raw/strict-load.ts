import type { Columns, Database } from '../engine/index.js'
import { text } from '../schema/column.js'
import { readAll } from './bytes.js'
import type { FoundFile } from './files.js'
import { type Header, tableColumns } from './header.js'
import { type Fields, readRecord } from './record.js'

/** A line that could not be loaded. */
export interface Reject {
  /** As editors count: the header is line 1. */
  readonly line: number
  readonly text: string
  readonly reason: string
}

/** What a file held, line by line. */
export interface StrictLoad {
  readonly rows: number
  readonly blankLines: number
  /** Lines that continue a record, after a line break inside quotes. */
  readonly continuationLines: number
  readonly rejects: readonly Reject[]
}

const ROWS_PER_BATCH = 10_000
const LF = 0x0a

/**
 * Loads a file that is not regular, record by record: what can be read exactly is loaded, every
 * other line is rejected with its number, its text and the reason. After a line that cannot be
 * read, reading goes on at the next line.
 */
export async function loadStrictly(
  db: Database,
  file: FoundFile,
  header: Header,
  gzip: boolean,
): Promise<StrictLoad> {
  const wanted = tableColumns(file.source, header)
  const table = {
    about: 'One line of a file.',
    grain: [],
    columns: Object.fromEntries(wanted.map((name) => [name, text('As it stands in the file.')])),
  }
  await db.createTable(file.source.table, table)
  const counts = { rows: 0, blankLines: 0, continuationLines: 0 }
  const rejects: Reject[] = []
  let batch: Fields[] = []
  for (const entry of entries(await readAll(file.path, gzip, file.source.encoding), header)) {
    if (entry.kind === 'blank') counts.blankLines++
    else if (entry.kind === 'reject') rejects.push(entry.reject)
    else {
      counts.rows++
      counts.continuationLines += entry.lines - 1
      batch.push(entry.fields)
    }
    if (batch.length === ROWS_PER_BATCH) {
      await db.append(file.source.table, table, byColumns(batch, wanted, header))
      batch = []
    }
  }
  await db.append(file.source.table, table, byColumns(batch, wanted, header))
  return { ...counts, rejects }
}

type Entry =
  | { readonly kind: 'row'; readonly fields: Fields; readonly lines: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'reject'; readonly reject: Reject }

/** The records after the header, the blank lines and the rejected lines, in order. */
function* entries(bytes: Buffer, header: Header): Generator<Entry> {
  const width = header.columns.length
  let line = header.preambleLines + 2
  let start = 0
  for (let skipped = 0; skipped <= header.preambleLines; skipped++) start = nextLine(bytes, start)
  for (let at = start; at < bytes.length; ) {
    const next = nextLine(bytes, at)
    const lineBytes = bytes.subarray(at, next)
    if (isBlank(lineBytes)) {
      yield { kind: 'blank' }
    } else {
      const record = readRecord(bytes, at, header.delimiter)
      if ('fields' in record && record.fields.length === width) {
        const lines = countLines(bytes.subarray(at, record.end))
        yield { kind: 'row', fields: record.fields, lines }
        line += lines
        at = record.end
        continue
      }
      const reason =
        'problem' in record
          ? record.problem
          : `${record.fields.length} fields, the header has ${width}`
      yield { kind: 'reject', reject: { line, text: shownText(lineBytes), reason } }
    }
    line++
    at = next
  }
}

function nextLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(LF, from)
  return end < 0 ? bytes.length : end + 1
}

function isBlank(text: Buffer): boolean {
  return text[0] === LF || (text[0] === 0x0d && text[1] === LF)
}

/** Lines of some bytes; a last line without a line end counts. */
export function countLines(bytes: Buffer): number {
  let count = bytes.length > 0 && bytes[bytes.length - 1] !== LF ? 1 : 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++
  return count
}

/** A line as text: bytes that are no text are shown as the replacement character. */
function shownText(line: Buffer): string {
  return line
    .toString('utf8')
    .replace(/\r?\n$/, '')
    .replaceAll('\u0000', '\ufffd')
}

function byColumns(rows: readonly Fields[], wanted: readonly string[], header: Header): Columns {
  return Object.fromEntries(
    wanted.map((name) => {
      const i = header.columns.indexOf(name)
      return [name, rows.map((fields) => (i < 0 ? null : fields[i]!))]
    }),
  )
}
