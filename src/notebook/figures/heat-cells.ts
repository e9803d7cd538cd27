import { epochMs, isDateColumn, isDayValue, isMonthColumn, isoDay } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import type { Quantity } from '../../format/quantity.js'
import { GAIN, inkOn, LOSS, mixed } from '../palette.js'
import { numberOf, type SourceRow } from '../source.js'
import type { VegaLiteSpec } from '../spec.js'
import { widest } from '../text-width.js'

/** One cell of a heat table: places among the rows and columns, and a stored value. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly value: number
}

/** The cells of a heat table and the names of its rows and columns. */
export interface CellGrid {
  readonly rowKeys: readonly string[]
  readonly columnKeys: readonly string[]
  readonly cells: readonly Cell[]
}

const LABEL_SIZE = 11
const MIN_LABEL_SIZE = 8
const EMPTY_COLOUR = '#f4f6f8'

/** Places rows in a grid: names in the order of the table, numbers and days in their own. */
export function readCells(
  rows: readonly SourceRow[],
  fields: { readonly row: string; readonly column: string; readonly value: string },
): CellGrid {
  const known = rows.flatMap((one) => {
    const value = numberOf(one[fields.value], fields.value)
    const [row, column] = [keyOf(one, fields.row), keyOf(one, fields.column)]
    return value === null ? [] : [{ row, column, value }]
  })
  const rowKeys = inKeyOrder(known.map(({ row }) => row))
  const columnKeys = inKeyOrder(known.map(({ column }) => column))
  const rowAt = new Map(rowKeys.map((key, i) => [key, i]))
  const columnAt = new Map(columnKeys.map((key, i) => [key, i]))
  const cells = known.map(({ row, column, value }) => {
    return { row: rowAt.get(row)!, column: columnAt.get(column)!, value }
  })
  return { rowKeys, columnKeys, cells }
}

function inKeyOrder(keys: readonly string[]): string[] {
  const all = [...new Set(keys)]
  if (all.every(isDayValue)) return all.sort()
  const numeric = all.every((key) => key.trim() !== '' && Number.isFinite(Number(key)))
  return numeric ? all.sort((a, b) => Number(a) - Number(b)) : all
}

function keyOf(row: SourceRow, field: string): string {
  const value = row[field]
  if (value === null || value === undefined) return 'unknown'
  if (!isDayValue(value) && !isDateColumn(field)) return String(value)
  return isoDay(epochMs(value)).slice(0, isMonthColumn(field) ? 7 : 10)
}

/** Coloured cells. */
export function cellLayer(cells: readonly Cell[]): VegaLiteSpec {
  const fills = cellColours(cells)
  return {
    data: { values: cells.map(({ row, column }, i) => ({ row, column, fill: fills[i] })) },
    mark: { type: 'rect', stroke: '#ffffff', strokeWidth: 1.5 },
    encoding: { color: { field: 'fill', type: 'nominal', scale: null } },
  }
}

function cellColours(cells: readonly Cell[]): string[] {
  const most = Math.max(...cells.map(({ value }) => Math.abs(value))) || 1
  return cells.map(({ value }) =>
    mixed(EMPTY_COLOUR, value < 0 ? LOSS : GAIN, Math.abs(value) / most),
  )
}

/** Values as text, in the largest size at which all fit their cells; none if none does. */
export function cellLabels(
  cells: readonly Cell[],
  textOf: (value: number) => string,
  cellWidth: number,
): VegaLiteSpec[] {
  const texts = cells.map(({ value }) => textOf(value))
  const fontSize = Math.min(LABEL_SIZE, Math.floor((cellWidth - 5) / widest(texts, 1)))
  if (fontSize < MIN_LABEL_SIZE) return []
  const fills = cellColours(cells)
  const values = cells.map(({ row, column }, i) => {
    return { row, column, text: texts[i], ink: inkOn(fills[i]!) }
  })
  return [
    {
      data: { values },
      mark: { type: 'text', fontSize },
      encoding: {
        text: { field: 'text', type: 'nominal' },
        color: { field: 'ink', type: 'nominal', scale: null },
      },
    },
  ]
}

/** A value in few characters, without the unit that the title names. */
export function cellText(
  value: number,
  { kind, divisor, label }: Quantity,
  { rate, compact }: Notation,
): string {
  if (kind === 'rate') return rate(value, Math.abs(value) < 1000 ? 1 : 0)
  return kind === 'millionths' ? label(value) : compact(value / divisor)
}
