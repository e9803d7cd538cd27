import { epochMs, isDateColumn, isDayValue, isMonthColumn, isoDay } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { axisTitle, type Quantity, quantityOf } from '../../format/quantity.js'
import { inWords } from '../../format/words.js'
import { rangeOf } from '../../numbers.js'
import { EMPTY, GAIN, INK, inkOn, LOSS, mixed } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { cutText, widest, wrapText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { listNames } from './plot.js'

export interface HeatTableOptions extends FigureFrame {
  /** One row per cell; cells without a row stay empty. */
  readonly data: TableSource
  /** Column that names the rows. */
  readonly row: string
  /** Column that names the columns. */
  readonly column: string
  readonly value: string
  readonly valueTitle?: string
  /** What the columns are, above their names. Default: the column in words. */
  readonly columnTitle?: string
  /** Names to show, by row or column. Default: the name in plain words. */
  readonly labels?: Readonly<Record<string, string>>
}

const ROW_LABEL_LIMIT = 232
const MAX_CELL_WIDTH = 110
const LABEL_SIZE = 11
const MIN_LABEL_SIZE = 8

/**
 * A table whose cells are coloured by their value and carry it as text where it fits: blue above
 * zero, rust below, deeper the further away.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function heatTable(options: HeatTableOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<HeatTableOptions>): VegaLiteSpec {
  const { column, value, width = DEFAULT_WIDTH, notation } = options
  const cells = readCells(options)
  if (cells.length === 0) return emptyFigure(options)
  const nameOf = (key: string) => options.labels?.[key] ?? notation.nameOf(key)
  const rows = inKeyOrder(cells.map((cell) => cell.row))
  const columns = inKeyOrder(cells.map((cell) => cell.column))
  const rowNames = rows.map((key) => cutText(nameOf(key), ROW_LABEL_LIMIT, FONT_SIZE))
  const room = width - widest(rowNames, FONT_SIZE) - 28
  const cellWidth = Math.min(MAX_CELL_WIDTH, Math.floor(room / columns.length))
  const headers = fromBelow(columns.map((key) => headerLines(nameOf(key), cellWidth)))
  const { columnTitle = inWords(column), valueTitle = axisTitle(value, notation) } = options
  const labels = {
    labelFontSize: LABEL_SIZE,
    labelAngle: 0,
    labelPadding: 13 * headers[0]!.length - 7,
  }
  const header = { orient: 'top', title: columnTitle || null, ...labels }
  const { low, high } = rangeOf(cells.map((cell) => cell.value))
  const body = {
    width: cellWidth * columns.length,
    height: options.height ?? 26 * rows.length,
    data: { values: coloured(cells, Math.max(-low, high) || 1) },
    encoding: { x: band('column', columns, headers, header), y: band('row', rows, rowNames) },
    layer: cellLayers(cells, cellWidth),
  }
  const range = [low, high].map((end) => cellText(end, quantityOf(value, notation), notation))
  const title = `${valueTitle}, ${range.join(' to ')}`
  const names = columns.map(nameOf)
  const words = `Heat table. ${title}. ${listNames(rowNames, 'row')}. ${listNames(names, 'column')}.`
  return framed(options, body, words, title)
}

interface Cell {
  readonly row: string
  readonly column: string
  /** As stored. */
  readonly value: number
  readonly text: string
}

function readCells({ data, row, column, value, notation }: Noted<HeatTableOptions>): Cell[] {
  const quantity = quantityOf(value, notation)
  return readFields(data, [row, column, value]).flatMap((one) => {
    const stored = numberOf(one[value], value)
    if (stored === null) return []
    const text = cellText(stored, quantity, notation)
    return [{ row: keyOf(one, row), column: keyOf(one, column), value: stored, text }]
  })
}

function keyOf(row: SourceRow, field: string): string {
  const value = row[field]
  if (value === null || value === undefined) return 'unknown'
  if (!isDayValue(value) && !isDateColumn(field)) return String(value)
  return isoDay(epochMs(value)).slice(0, isMonthColumn(field) ? 7 : 10)
}

/** Names in the order of the table, numbers and days in their own. */
function inKeyOrder(keys: readonly string[]): string[] {
  const all = [...new Set(keys)]
  if (all.every(isDayValue)) return all.sort()
  const isNumeric = all.every((key) => key.trim() !== '' && Number.isFinite(Number(key)))
  return isNumeric ? all.sort((a, b) => Number(a) - Number(b)) : all
}

function band(
  field: string,
  keys: readonly string[],
  names: readonly (string | readonly string[])[],
  axis: VegaLiteSpec = { title: null },
): VegaLiteSpec {
  const byKey = Object.fromEntries(keys.map((key, i) => [key, names[i]]))
  const labelExpr = `(${JSON.stringify(byKey)})[datum.value]`
  const scale = { domain: keys, padding: 0 }
  return {
    field,
    type: 'ordinal',
    scale,
    axis: { ...axis, labelExpr, labelColor: INK, labelOverlap: 'greedy' },
  }
}

/** A name broken at spaces to the width of its cell; a short one stays whole. */
function headerLines(name: string, cellWidth: number): string[] {
  if (widest([name], LABEL_SIZE) <= MAX_CELL_WIDTH / 2) return [name]
  const lines = wrapText(name, cellWidth - 4, LABEL_SIZE).slice(0, 3)
  return lines.map((line) => cutText(line, cellWidth - 4, LABEL_SIZE))
}

/** Names that end on one line, whatever the number of theirs. */
function fromBelow(names: readonly (readonly string[])[]): string[][] {
  const most = Math.max(...names.map(({ length }) => length))
  return names.map((lines) => [...Array<string>(most - lines.length).fill(''), ...lines])
}

/** Coloured cells, and their values in the largest size at which all fit; none if none does. */
function cellLayers(cells: readonly Cell[], cellWidth: number): VegaLiteSpec[] {
  const own = (field: string) => ({ field, type: 'nominal', scale: null })
  const mark = { type: 'rect', stroke: 'white', strokeWidth: 1.5 }
  const fill = { mark, encoding: { color: own('fill') } }
  const widths = widest(
    cells.map(({ text }) => text),
    1,
  )
  const fontSize = Math.min(LABEL_SIZE, Math.floor((cellWidth - 5) / widths))
  if (fontSize < MIN_LABEL_SIZE) return [fill]
  const encoding = { text: { field: 'text', type: 'nominal' }, color: own('ink') }
  return [fill, { mark: { type: 'text', fontSize }, encoding }]
}

/** Cells in their colours, and in the ink that reads best on each. */
function coloured(cells: readonly Cell[], most: number): object[] {
  return cells.map((cell) => {
    const fill = mixed(EMPTY, cell.value < 0 ? LOSS : GAIN, Math.abs(cell.value) / most)
    return { ...cell, fill, ink: inkOn(fill) }
  })
}

/** A value in few characters, without the unit that the title names. */
function cellText(value: number, quantity: Quantity, { rate, compact }: Notation): string {
  const { kind, divisor, label } = quantity
  if (kind === 'rate') return rate(value, Math.abs(value) < 1000 ? 1 : 0)
  return kind === 'millionths' ? label(value) : compact(value / divisor)
}
