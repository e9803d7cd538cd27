import { htmlTable } from '../notebook/index.js'
import { headRows } from './head.js'
import { horizonWords } from './sentences.js'
import type { Statement } from './statement.js'

/** What the figures rest on: the grounds, then every figure of the answer. */
export function basisTables({ basis, notation }: Statement): string[] {
  const { grounds, figures } = basis
  return [
    htmlTable(grounds, notation, {
      caption: 'What money is made from at the bottom',
      columns: { name: 'Ground', basis: 'Basis in this run' },
    }),
    htmlTable(
      figures.map((row) => ({ ...row, name: figureName(row.figure, notation.nameOf) })),
      notation,
      {
        caption: 'Every figure of the answer: its basis is the weakest of what it is made from',
        columns: { name: 'Figure', amount_cents: 'Amount', basis: 'Basis', rests_on: 'Made from' },
        maxRows: figures.length,
      },
    ),
  ]
}

/** `channel.email_marketing.waste_cents` is Email: Waste. */
function figureName(figure: string, nameOf: (id: string) => string): string {
  const parts = figure.split('.').slice(1)
  return parts.map((part) => nameOf(part.replace(/_cents$/, ''))).join(': ')
}

/** What the run was made from, and the files in full. */
export function headTables(statement: Statement): string[] {
  const { head, notation } = statement
  const rows = headRows(head, horizonWords(statement)).map(({ name, values }) => ({
    name,
    value: values.join('; '),
  }))
  return [
    htmlTable(rows, notation, {
      caption: 'The run',
      columns: { name: 'What', value: 'Which' },
    }),
    htmlTable(head.files, notation, {
      caption: 'The files',
      columns: { file_name: 'File', rows_loaded: 'Rows', sha256: 'SHA-256' },
      maxRows: head.files.length,
    }),
  ]
}
