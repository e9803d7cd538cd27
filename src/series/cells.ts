import { parseDay } from '../time/calendar.js'

/** How a file writes numbers. */
export interface NumberStyle {
  readonly decimal: '.' | ','
  readonly grouping?: string
}

/** The number of a cell, or undefined where it is none. */
export function numberOf(cell: string, { decimal, grouping }: NumberStyle): number | undefined {
  const bare = grouping ? cell.trim().replaceAll(grouping, '') : cell.trim()
  const plain = decimal === ',' ? bare.replace(',', '.') : bare
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined
}

/** Forms of a date that are tried where none is declared. */
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
]

/** The day of a cell in a form of YYYY, MM and DD (a time after it is left out), or undefined. */
export function dayOfCell(cell: string, format: string): number | undefined {
  const parts: string[] = []
  const pattern = format.replace(/YYYY|MM?|DD?|hh?|mm|ss|[^YMDhms]/g, (piece) => {
    if (!/^[YMDhms]/.test(piece)) return piece.replace(/[.*+?^${}()|[\]\\]/, '\\$&')
    parts.push(piece[0]!)
    return piece === 'YYYY' ? '(\\d{4})' : '(\\d{1,2})'
  })
  const match = new RegExp(`^${pattern}(?:[ T].*)?$`).exec(cell.trim())
  if (match === null) return undefined
  const part = (letter: string) => match[parts.indexOf(letter) + 1]!.padStart(2, '0')
  return parseDay(`${part('Y')}-${part('M')}-${part('D')}`) ?? undefined
}
