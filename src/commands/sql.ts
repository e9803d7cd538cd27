import { readFileSync } from 'node:fs'
import type { Answer, AnswerCell } from '../engine/index.js'
import { InputError } from '../errors.js'
import { openPublished, type ReadFlags } from './options.js'
import { alignedTable, printResult } from './output.js'

export type SqlFormat = 'table' | 'csv' | 'json'

export interface SqlFlags extends ReadFlags {
  file?: string
  format: SqlFormat
}

/** `causeway sql`: one question to all published artifacts. */
export async function sqlCommand(query: string | undefined, flags: SqlFlags): Promise<number> {
  const sql = readQuery(query, flags.file)
  const workbench = openPublished(flags)
  try {
    const answer = await workbench.answer(sql).catch((error: Error) => {
      throw error instanceof InputError ? error : new InputError(error.message)
    })
    printResult(formats[flags.format](answer))
    return 0
  } finally {
    await workbench.close()
  }
}

/** The question: as an argument, from a file, or from standard input. */
function readQuery(query: string | undefined, file: string | undefined): string {
  if (query !== undefined && file !== undefined) {
    throw new InputError('sql: got a query and --file, allowed one of them.')
  }
  if (file !== undefined) return readText(file)
  if (query !== undefined && query !== '-') return query
  if (query === undefined && process.stdin.isTTY) {
    throw new InputError(
      'sql: got no query. Give one in quotes, name a file with --file, or pipe one in.',
    )
  }
  return readFileSync(0, 'utf8')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new InputError(`sql --file: ${(error as Error).message}. Name a file that can be read.`)
  }
}

const formats: Readonly<Record<SqlFormat, (answer: Answer) => string>> = {
  table: ({ columns, rows }) => alignedTable(columns, rows),
  csv: ({ columns, rows }) =>
    [columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\n'),
  json: ({ columns, rows }) =>
    JSON.stringify(
      rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]]))),
      null,
      2,
    ),
}

/** A cell by RFC 4180; nothing where nothing is known, `""` where the text is empty. */
function csvCell(cell: AnswerCell): string {
  if (cell === null) return ''
  const text = String(cell)
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
