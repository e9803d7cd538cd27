import { sectionNumber, sections } from '../schema/finance/profit-lines.js'
import { profitLines } from './known-lines.js'

/** Columns of the lines in a profit and loss table. */
export const lineColumns = profitLines.map(({ id }) => `${id}_cents`)

/** Columns of the lines that items and orders bring, in the unit economics. */
export const itemColumns = profitLines
  .filter(({ arises }) => arises === 'order')
  .map(({ id }) => `${id}_cents`)

const sectionIds = Object.keys(sections)
const totalIds = ['contribution_after_marketing', 'operating_result'] as const

/** The totals of a profit and loss table, each with the lines that it holds. */
export const totals: readonly { readonly column: string; readonly lines: readonly string[] }[] =
  totalIds.map((id) => ({
    column: `${id}_cents`,
    lines: profitLines
      .filter((line) => sectionNumber(line) <= sectionIds.indexOf(id) + 1)
      .map((line) => `${line.id}_cents`),
  }))

/** Columns of the totals. */
export const totalColumns = totals.map(({ column }) => column)

/** What lines leave, as SQL over their columns; 0 of none. */
export function netOf(columns: readonly string[], prefix = ''): string {
  const signs = new Map(profitLines.map(({ id, sign }) => [`${id}_cents`, sign]))
  const terms = columns.map((name) => `${signs.get(name)! > 0 ? '+' : '-'} ${prefix}${name}`)
  return ['0', ...terms].join(' ')
}

/** The totals as SQL over the columns of some lines, the others being 0. */
export function totalsOf(columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    totals.map(({ column, lines }) => [
      column,
      netOf(columns.filter((name) => lines.includes(name))),
    ]),
  )
}

/** The same as a list of a SELECT. */
export function selectTotals(columns: readonly string[]): string {
  return Object.entries(totalsOf(columns))
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(', ')
}

/** The lines of an item that enter the contribution of a number. */
export function contributing(number: number): string[] {
  return profitLines
    .filter((line) => line.arises === 'order' && sectionNumber(line) <= number)
    .map(({ id }) => `${id}_cents`)
}
