import { isoDay } from '../../format/day.js'
import { axisTitle, quantityOf } from '../../format/quantity.js'
import { inWords } from '../../format/words.js'
import { rangeOf } from '../../numbers.js'
import { EMPTY, GAIN, INK, LOSS } from '../palette.js'
import { numberOf, readFields, type TableSource } from '../source.js'
import type { Figure, VegaLiteSpec } from '../spec.js'
import { cutText, widest, wrapText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { emptyFigure, framed, listNames, WIDTH } from './frame.js'

export interface HeatTableOptions {
  /** One row per cell, in the order of rows and columns; cells without a row stay empty. */
  readonly data: TableSource
  /** Column that names the rows. */
  readonly row: string
  /** Column that names the columns. */
  readonly column: string
  readonly value: string
  readonly valueTitle?: string
  /** What the columns are, above their names. Default: the column in words. */
  readonly columnTitle?: string
}

const MAX_CELL_WIDTH = 110
const ROW_LABEL_LIMIT = 232
const LABEL_SIZE = 11
const MIN_LABEL_SIZE = 8

/**
 * A table whose cells are coloured by their value and carry it as text where it fits: blue above
 * zero, rust below, deeper the further away.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function heatTable(options: HeatTableOptions): Figure {
  return (notation) => {
    const { row, column, value } = options
    const { kind, divisor, label } = quantityOf(value, notation)
    const textOf = (of: number) => {
      if (kind === 'rate') return notation.rate(of, Math.abs(of) < 1000 ? 1 : 0)
      return kind === 'millionths' ? label(of) : notation.compact(of / divisor)
    }
    const cells = readFields(options.data, [row, column, value]).flatMap((one) => {
      const stored = numberOf(one[value], value)
      if (stored === null) return []
      const keys = { row: keyOf(one[row]), column: keyOf(one[column]) }
      return [{ ...keys, value: stored, text: textOf(stored) }]
    })
    if (cells.length === 0) return emptyFigure(notation)
    const rows = [...new Set(cells.map((cell) => cell.row))]
    const columns = [...new Set(cells.map((cell) => cell.column))]
    const rowNames = rows.map((key) => cutText(notation.nameOf(key), ROW_LABEL_LIMIT, FONT_SIZE))
    const room = WIDTH - widest(rowNames, FONT_SIZE) - 28
    const step = Math.min(MAX_CELL_WIDTH, Math.floor(room / columns.length))
    const names = columns.map(notation.nameOf)
    const headers = headersOf(names, step)
    const { columnTitle = inWords(column), valueTitle = axisTitle(value, notation) } = options
    const padding = { labelAngle: 0, labelPadding: 13 * headers[0]!.length - 7 }
    const top = { orient: 'top', title: columnTitle || null, labelFontSize: LABEL_SIZE, ...padding }
    const x = band('column', columns, headers, top)
    const y = band('row', rows, rowNames, { title: null })
    const { low, high } = rangeOf(cells.map((cell) => cell.value))
    const texts = cells.map(({ text }) => text)
    const size = Math.min(LABEL_SIZE, Math.floor((step - 5) / widest(texts, 1)))
    const body = {
      width: step * columns.length,
      height: 26 * rows.length,
      data: { values: cells },
      encoding: { x, y },
      layer: cellLayers(Math.max(-low, high) || 1, size),
    }
    const title = `${valueTitle}, ${textOf(low)} to ${textOf(high)}`
    const words = `${listNames(rowNames, 'row')}. ${listNames(names, 'column')}`
    return framed(notation, body, `Heat table. ${title}. ${words}.`, title)
  }
}

const keyOf = (value: unknown) =>
  value instanceof Date ? isoDay(value.getTime()) : String(value ?? 'unknown')

type Names = readonly (string | readonly string[])[]

function band(field: string, keys: readonly string[], names: Names, own: object): VegaLiteSpec {
  const labelExpr = `(${JSON.stringify(names)})[indexof(${JSON.stringify(keys)}, datum.value)]`
  const axis = { labelExpr, labelColor: INK, labelOverlap: 'greedy', ...own }
  return { field, type: 'ordinal', sort: null, scale: { padding: 0 }, axis }
}

/** Names broken at spaces to the width of their cells, all ending on one line; a short one stays whole. */
function headersOf(names: readonly string[], width: number): string[][] {
  const all = names.map((name) => {
    if (widest([name], LABEL_SIZE) <= MAX_CELL_WIDTH / 2) return [name]
    const lines = wrapText(name, width - 4, LABEL_SIZE).slice(0, 3)
    return lines.map((line) => cutText(line, width - 4, LABEL_SIZE))
  })
  const most = Math.max(...all.map(({ length }) => length))
  return all.map((lines) => [...Array<string>(most - lines.length).fill(''), ...lines])
}

/** Coloured cells, and their values in the largest size at which all fit; none if none does. */
function cellLayers(most: number, fontSize: number): VegaLiteSpec[] {
  const scale = { domain: [-most, 0, most], range: [LOSS, EMPTY, GAIN], interpolate: 'rgb' }
  const color = { field: 'value', type: 'quantitative', scale, legend: null }
  const cell = { mark: { type: 'rect', stroke: 'white', strokeWidth: 1.5 }, encoding: { color } }
  const test = "luminance(scale('color', datum.value)) > 0.3"
  const ink = { condition: { test, value: INK }, value: 'white' }
  const text = { text: { field: 'text', type: 'nominal' }, color: ink }
  const written = { mark: { type: 'text', fontSize }, encoding: text }
  return fontSize < MIN_LABEL_SIZE ? [cell] : [cell, written]
}
