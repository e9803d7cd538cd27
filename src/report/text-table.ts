import type { Notation } from '../format/index.js'
import { dateOf, dayOf } from '../time/calendar.js'

type Cell = string | number | boolean | Date | null | undefined

/**
 * Rows as aligned columns of text. Names tell units: `_cents` are money (its sign stands in a
 * header), `_bps` percent, dates and months ISO; `channel` is shown by its name; numbers stand right.
 *
 * @param columns the columns to show, in order, with their headers
 */
export function textTable(
  rows: readonly object[],
  columns: Readonly<Record<string, string>>,
  notation: Notation,
): string {
  const names = Object.keys(columns)
  const cells = rows.map((row) =>
    names.map((name) => text(name, (row as Record<string, Cell>)[name], notation)),
  )
  const headers = names.map((name) => columns[name]!)
  const right = names.map((name) =>
    rows.some((row) => isNumber((row as Record<string, Cell>)[name])),
  )
  const widths = names.map((_, i) =>
    Math.max(...[headers, ...cells].map((line) => line[i]!.length)),
  )
  const line = (values: readonly string[]) =>
    values
      .map((value, i) => (right[i] ? value.padStart(widths[i]!) : value.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [line(headers), rule, ...cells.map(line)].join('\n')
}

function isNumber(value: Cell): boolean {
  return typeof value === 'number'
}

function text(name: string, value: Cell, notation: Notation): string {
  if (value === null || value === undefined) return '-'
  if (value instanceof Date) return dateOf(dayOf(value)).slice(0, name.endsWith('month') ? 7 : 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return name === 'channel' ? notation.nameOf(value) : value
  if (name.endsWith('_cents')) return notation.money.bare(value)
  return name.endsWith('_bps') ? notation.rate(value) : notation.number(value)
}
