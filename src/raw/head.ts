import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import type { SourceFile } from '../schema/raw.js'
import { readLineChunks, UTF8 } from './bytes.js'
import { fieldsOf, hasColumns } from './header.js'

/** The first lines of a file, as text. */
export interface FileHead {
  readonly encoding: string
  readonly lines: readonly string[]
}

const HEAD_BYTES = 1 << 16
const DELIMITERS = [',', ';', '\t']

/** Reads the first lines of a file: UTF-16 where its byte order mark says so, else UTF-8. */
export async function readHead(path: string, gzip: boolean): Promise<FileHead> {
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of readLineChunks(path, gzip)) {
    head = Buffer.concat([head, chunk])
    if (head.length >= HEAD_BYTES) break
  }
  const encoding = encodingOf(head)
  const text = new TextDecoder(encoding).decode(head.subarray(0, HEAD_BYTES))
  return { encoding, lines: text.split(/\r?\n/) }
}

/**
 * The first line of a file of which nothing is known, and the encoding in which it is text: UTF-16 where the byte
 * order mark says so, UTF-8 where its bytes are that, else windows-1252.
 */
export function firstLine(path: string): { readonly encoding: string; readonly text: string } {
  const file = openSync(path, 'r')
  const head = Buffer.alloc(HEAD_BYTES)
  const size = readSync(file, head, 0, HEAD_BYTES, 0)
  closeSync(file)
  const marked = encodingOf(head)
  const lineEnd = marked === UTF8 ? head.subarray(0, size).indexOf('\n') : -1
  const bytes = head.subarray(0, lineEnd < 0 ? size : lineEnd)
  const encoding = marked === UTF8 && !isUtf8(bytes) ? 'windows-1252' : marked
  const [text = ''] = new TextDecoder(encoding).decode(bytes).split(/\r?\n/, 1)
  return { encoding, text: text.replace(/\r$/, '') }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return UTF8
}

/** How a file is written that has the columns by which another is known; undefined when it lacks some. */
export function matchHead(
  { encoding, lines }: FileHead,
  { signature, maxPreambleLines = 0, delimiter }: SourceFile,
): Pick<SourceFile, 'delimiter' | 'encoding'> | undefined {
  const tried = delimiter === undefined ? DELIMITERS : [delimiter]
  const found = tried.find((candidate) =>
    lines
      .slice(0, maxPreambleLines + 1)
      .some((line) => hasColumns(fieldsOf(line, candidate.charCodeAt(0)), signature!)),
  )
  if (found === undefined) return undefined
  return { delimiter: found, ...(encoding === UTF8 ? {} : { encoding }) }
}
