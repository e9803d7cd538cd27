import { readFileSync } from 'node:fs'
import { InputError } from '../errors.js'

/** A file of text fields: a header and lines of the same length. */
export interface DelimitedFile {
  readonly path: string
  readonly header: readonly string[]
  readonly lines: readonly DelimitedLine[]
}

export interface DelimitedLine {
  /** Its place in the file, the header being 1. */
  readonly number: number
  readonly cells: readonly string[]
}

const DELIMITERS = [',', ';', '\t', '|']

/**
 * Reads a delimited file (RFC 4180: fields may be quoted, quotes doubled). Empty lines are left out.
 *
 * @param delimiter default: the one that splits the header into most fields
 * @throws InputError on a file that isn't there, is empty, or has lines of another length
 */
export function readDelimited(
  path: string,
  {
    delimiter,
    encoding = 'utf-8',
  }: { readonly delimiter?: string; readonly encoding?: string } = {},
): DelimitedFile {
  const text = contentOf(path, encoding)
  const head = text.slice(0, text.search(/\r?\n|$/))
  const sign =
    delimiter ??
    DELIMITERS.reduce((best, other) => (count(head, other) > count(head, best) ? other : best))
  const [header, ...rest] = splitLines(text, sign)
  if (header === undefined) {
    throw new InputError(`${path}: the file is empty. Needed: a header, and a line a day or week.`)
  }
  const names = header.cells.map((name) => name.trim())
  const wrong = rest.find(({ cells }) => cells.length !== names.length)
  if (wrong) {
    throw new InputError(
      `${path}, line ${wrong.number}: got ${wrong.cells.length} fields, needed the header's ${names.length}. Quote fields that hold ${JSON.stringify(sign)}.`,
    )
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) {
    throw new InputError(
      `${path}: the column ${JSON.stringify(twice)} stands there twice. Rename one.`,
    )
  }
  return { path, header: names, lines: rest }
}

function contentOf(path: string, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(readFileSync(path))
  } catch (error) {
    throw new InputError(
      `${path}: cannot be read (${(error as Error).message}). Name a file of text.`,
    )
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length
}

/** Fields of all lines that are not empty; a quoted field may hold delimiters and line breaks. */
function splitLines(text: string, delimiter: string): DelimitedLine[] {
  const lines: DelimitedLine[] = []
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"\\n\\r${escaped(delimiter)}][^\\n\\r${escaped(delimiter)}]*)?)(${escaped(delimiter)}|\\r?\\n|$)`,
    'y',
  )
  let cells: string[] = []
  let number = 1
  for (let at = 0, line = 1; at <= text.length; ) {
    field.lastIndex = at
    const match = field.exec(text)
    if (match === null)
      throw new InputError(
        `line ${line}: a quote is not closed. Close it, or double quotes inside a field.`,
      )
    const [whole, quoted, plain = '', end] = match
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += whole.split('\n').length - 1
    at += whole.length
    if (end === delimiter) continue
    if (cells.length > 1 || cells[0] !== '') lines.push({ number, cells })
    cells = []
    number = line
    if (end === '') break
  }
  return lines
}

function escaped(sign: string): string {
  return sign === '|' ? '\\|' : sign
}
