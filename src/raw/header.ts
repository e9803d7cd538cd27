import { InputError } from '../errors.js'
import type { SourceFile } from '../schema/raw.js'
import { ARCHIVE, isArchive, readAll, readLineChunks } from './bytes.js'
import type { FoundFile } from './files.js'
import { COMMA, readRecord } from './record.js'
import type { LineEnd } from './shape.js'

/** The line of a file that names its columns, checked against the contract. */
export interface Header {
  /** Column names in the order of the file. */
  readonly columns: readonly string[]
  /** The line as it stands, without byte order mark and line end. */
  readonly text: string
  readonly lineEnd: LineEnd
  /** Code of the character between fields. */
  readonly delimiter: number
  /** Lines that stand before it. */
  readonly preambleLines: number
}

const BOM = '\ufeff'
const OTHER_DELIMITERS: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

/** The columns of a file's table: the contract's, and in an open file those beside them. */
export function tableColumns(source: SourceFile, { columns }: Header): readonly string[] {
  if (!source.isOpen) return source.header
  return [...columns, ...(source.optionalColumns ?? []).filter((name) => !columns.includes(name))]
}

/**
 * Reads the header of a file and compares it with the contract; the order of columns is free.
 *
 * @throws InputError that names each column that is missing, extra, renamed or doubled
 */
export async function readHeader(file: FoundFile, gzip: boolean): Promise<Header> {
  if (isArchive(file.path)) throw new InputError(`${file.path} is ${ARCHIVE}.`)
  const delimiter = file.source.delimiter?.charCodeAt(0) ?? COMMA
  const { line, preambleLines } = await headerLine(file, gzip, delimiter)
  const lineEnd: LineEnd = line.endsWith('\r\n') ? '\r\n' : '\n'
  const text = line.replace(/^\ufeff/, '').replace(/\r?\n$/, '')
  const columns = fieldsOf(text, delimiter)
  const problems = headerProblems(columns, file.source)
  if (problems.length > 0) {
    throw new InputError(
      `${file.path}: ${problems.join('; ')}. Expected the header ${file.source.header.join(',')}, got ${shown(text)}.${hint(text, file.source)}`,
    )
  }
  return { columns, text, lineEnd, delimiter, preambleLines }
}

/** The fields of a header's text. */
export function fieldsOf(text: string, delimiter: number): string[] {
  const record = readRecord(Buffer.from(text), 0, delimiter)
  if ('problem' in record) return text.split(String.fromCharCode(delimiter))
  return record.fields.map((name) => name ?? '')
}

/** The first line, or where lines may stand before it the first that has the file's columns. */
async function headerLine(file: FoundFile, gzip: boolean, delimiter: number) {
  const { header, signature = header, maxPreambleLines = 0 } = file.source
  if (maxPreambleLines === 0) return { line: await firstLine(file, gzip), preambleLines: 0 }
  const text = (await readAll(file.path, gzip, file.source.encoding)).toString('utf8')
  const lines = text.replace(/^\ufeff/, '').split(/(?<=\n)/, maxPreambleLines + 1)
  const at = lines.findIndex((line) => hasColumns(fieldsOf(line.trimEnd(), delimiter), signature))
  return { line: lines[Math.max(at, 0)] ?? '', preambleLines: Math.max(at, 0) }
}

/** Whether all wanted columns are among some. */
export function hasColumns(columns: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((name) => columns.includes(name))
}

async function firstLine(file: FoundFile, gzip: boolean): Promise<string> {
  if (file.source.encoding !== undefined) {
    const text = (await readAll(file.path, gzip, file.source.encoding)).toString('utf8')
    return text.slice(0, text.indexOf('\n') + 1 || undefined)
  }
  for await (const chunk of readLineChunks(file.path, gzip)) {
    if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
      throw new InputError(`${file.path}: the text is UTF-16, allowed is UTF-8. Save it as UTF-8.`)
    }
    const end = chunk.indexOf(0x0a)
    return chunk.subarray(0, end < 0 ? chunk.length : end + 1).toString('utf8')
  }
  throw new InputError(
    `${file.path} is empty, expected at least the header ${file.source.header.join(',')}. Export it again.`,
  )
}

function headerProblems(columns: readonly string[], source: SourceFile): string[] {
  const wanted = source.header.filter((name) => !source.optionalColumns?.includes(name))
  const missing = wanted.filter((name) => !columns.includes(name))
  const extra = source.isOpen ? [] : columns.filter((name) => !source.header.includes(name))
  const doubled = columns.filter((name, i) => columns.indexOf(name) < i)
  const problems: string[] = []
  for (const name of extra) {
    const i = missing.findIndex((other) => alike(name, other))
    if (i < 0) problems.push(`extra column ${shown(name)}`)
    else problems.push(`column ${shown(name)} is renamed, allowed is ${missing.splice(i, 1)[0]}`)
  }
  const unnamed = (source.named ?? []).filter(
    ({ pattern }) => !columns.some((c) => pattern.test(c)),
  )
  for (const name of [...missing, ...unnamed.map(({ example }) => example)]) {
    problems.push(`missing column ${name}`)
  }
  for (const name of new Set(doubled)) problems.push(`column ${shown(name)} stands there twice`)
  return problems
}

/** Whether one name was probably meant as the other: case, spaces, separators, two typing slips. */
function alike(a: string, b: string): boolean {
  const bare = (name: string) =>
    name
      .replace(BOM, '')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  return distance(bare(a), bare(b)) <= Math.min(2, Math.floor(bare(b).length / 4))
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

function hint(text: string, source: SourceFile): string {
  for (const [delimiter, name] of Object.entries(OTHER_DELIMITERS)) {
    const columns = text.split(delimiter).map((column) => column.replace(/^"|"$/g, ''))
    if (columns.length > 1 && columns.some((column) => source.header.includes(column))) {
      return ` The file is separated by ${name}: export it separated by commas.`
    }
  }
  if (/\r(?!\n)/.test(text)) return ' Its lines end in CR alone: save it with LF or CRLF.'
  return ''
}

function shown(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}...` : text)
}
