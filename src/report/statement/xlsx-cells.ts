import type { CellObject } from 'write-excel-file/node'
import type { Notation } from '../../format/index.js'
import { dayOf, MS_PER_DAY } from '../../time/calendar.js'
import type { StatementTable } from './document.js'

/** A cell that may be a place that others lead to (`place`), or lead to one (`at`). */
export type LinkedCell = CellObject & { readonly place?: string; readonly at?: string }
export type LinkedRow = readonly (LinkedCell | null)[]

type Row = Readonly<Record<string, unknown>>

export const bold = (value: string): LinkedCell => ({ value, fontWeight: 'bold' })

/** A table as cells: a header, then a row each. Money, rates and days are numbers in the format of their unit. */
export function tableRows(
  { rows, columns, links }: Pick<StatementTable, 'rows' | 'columns' | 'links'>,
  notation: Notation,
): LinkedRow[] {
  const names = Object.keys(columns)
  const header = names.map((name) => ({
    ...bold(headerOf(name, columns[name]!, notation)),
    ...(rows.some((row) => isRight((row as Row)[name])) ? { align: 'right' } : {}),
    bottomBorderStyle: 'thin',
  })) as LinkedCell[]
  const body = (rows as readonly Row[]).map((row) =>
    names.map((name, i) => {
      const cell = cellOf(name, row[name], notation)
      if (cell === null) return null
      const at = name === links && row.at ? { at: String(row.at), textColor: '#0b57b5' } : {}
      return { ...cell, ...at, ...(i === 0 && row.place ? { place: String(row.place) } : {}) }
    }),
  )
  return [header, ...body]
}

function headerOf(name: string, header: string, { money }: Notation): string {
  return name.endsWith('_cents') ? `${header} (${money.symbol})` : header
}

function cellOf(name: string, value: unknown, notation: Notation): LinkedCell | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return numberCell(name, value, notation)
  if (value instanceof Date) return dayCell(name, value)
  if (typeof value === 'boolean') return { value: value ? 'yes' : 'no' }
  return { value: name === 'channel' ? notation.nameOf(String(value)) : String(value) }
}

/** What a spreadsheet writes at the right of its cell. */
const isRight = (value: unknown) => typeof value === 'number' || value instanceof Date

/** A day as spreadsheets keep it, so that it sorts, filters and groups as one. */
function dayCell(name: string, value: Date): LinkedCell {
  return {
    value: new Date(dayOf(value) * MS_PER_DAY),
    type: Date,
    format: name.endsWith('month') ? 'yyyy-mm' : 'yyyy-mm-dd',
  }
}

function numberCell(name: string, value: number, { money }: Notation): LinkedCell {
  if (name.endsWith('_bps')) return { value: value / 10_000, format: '0.00%' }
  if (!name.endsWith('_cents')) return { value, format: '#,##0' }
  const { minorDigits } = money
  const decimals = minorDigits === 0 ? '' : `.${'0'.repeat(minorDigits)}`
  return { value: value / 10 ** minorDigits, format: `#,##0${decimals};[Red]-#,##0${decimals}` }
}
