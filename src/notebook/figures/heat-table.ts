import { axisTitle, quantityOf } from '../../format/quantity.js'
import { inWords } from '../../format/words.js'
import { MUTED_INK } from '../palette.js'
import { readFields, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { cutText, widest, wrapText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { listNames } from './describe.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { cellLabels, cellLayer, cellText, readCells } from './heat-cells.js'
import { extent } from './scale.js'

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

const CELL_HEIGHT = 26
const ROW_LABEL_LIMIT = 200
const MAX_CELL_WIDTH = 110
const LABEL_SIZE = 11
const NAME_HEIGHT = 13

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
  const { data, row, column, value, width = DEFAULT_WIDTH, notation } = options
  const rows = readFields(data, [row, column, value])
  const { rowKeys, columnKeys, cells } = readCells(rows, { row, column, value })
  if (cells.length === 0) return emptyFigure(options)
  const nameOf = (key: string) => options.labels?.[key] ?? notation.nameOf(key)
  const rowNames = rowKeys.map((key) => cutText(nameOf(key), ROW_LABEL_LIMIT, FONT_SIZE))
  const room = width - widest(rowNames, FONT_SIZE) - 28
  const cellWidth = Math.min(MAX_CELL_WIDTH, Math.floor(room / columnKeys.length))
  const { height = CELL_HEIGHT * rowKeys.length } = options
  const headers = columnNames(columnKeys.map(nameOf), cellWidth)
  const { columnTitle = inWords(column), valueTitle = axisTitle(value, notation) } = options
  const quantity = quantityOf(value, notation)
  const textOf = (stored: number) => cellText(stored, quantity, notation)
  const layer = [
    cellLayer(cells),
    ...cellLabels(cells, textOf, cellWidth),
    rowNameLayer(rowNames, height / rowKeys.length),
    ...columnNameLayers(headers, columnTitle),
  ]
  const shared = { x: bandChannel('column', columnKeys), y: bandChannel('row', rowKeys) }
  const body = {
    width: cellWidth * columnKeys.length,
    height,
    encoding: shared,
    layer,
  }
  const [low, high] = extent(
    cells.map((cell) => cell.value),
    false,
  )
  const range = `${textOf(low)} to ${textOf(high)}`
  const description = `Heat table. ${valueTitle}, ${range}. ${listNames(rowNames, 'row')}. ${listNames(columnKeys.map(nameOf), 'column')}.`
  return framed(options, body, description, `${valueTitle}, ${range}`)
}

function bandChannel(field: string, keys: readonly string[]): VegaLiteSpec {
  return {
    field,
    type: 'ordinal',
    sort: null,
    axis: null,
    scale: { domain: keys.map((_, i) => i), padding: 0 },
  }
}

/** Names at the left; where rows are low, only some are written. */
function rowNameLayer(names: readonly string[], rowHeight: number): VegaLiteSpec {
  const every = Math.ceil(NAME_HEIGHT / rowHeight)
  const values = names.map((name, row) => ({ row, name })).filter(({ row }) => row % every === 0)
  return {
    data: { values },
    mark: { type: 'text', align: 'right', dx: -8 },
    encoding: { x: { value: 0 }, text: { field: 'name', type: 'nominal' } },
  }
}

interface ColumnName {
  readonly column: number
  readonly lines: readonly string[]
}

/** Names broken to the width of their cells; short ones stay whole and some are left out. */
function columnNames(names: readonly string[], cellWidth: number): ColumnName[] {
  const room = cellWidth - 4
  const size = widest(names, LABEL_SIZE)
  const every = size <= MAX_CELL_WIDTH / 2 ? Math.ceil(size / room) : 1
  return names
    .map((name, column) => ({ column, lines: headerLines(name, room * every) }))
    .filter(({ column }) => column % every === 0)
}

function headerLines(name: string, width: number): string[] {
  return wrapText(name, width, LABEL_SIZE)
    .slice(0, 3)
    .map((line) => cutText(line, width, LABEL_SIZE))
}

function columnNameLayers(names: readonly ColumnName[], title: string): VegaLiteSpec[] {
  const most = Math.max(...names.map(({ lines }) => lines.length))
  const headers = Array.from({ length: most }, (_, fromBottom) => {
    const values = names.flatMap(({ column, lines }) => {
      const text = lines.at(-1 - fromBottom)
      return text === undefined ? [] : [{ column, text }]
    })
    return {
      data: { values },
      mark: { type: 'text', baseline: 'bottom', fontSize: LABEL_SIZE },
      encoding: {
        y: { value: -5 - fromBottom * NAME_HEIGHT },
        text: { field: 'text', type: 'nominal' },
      },
    }
  })
  if (!title) return headers
  const above = {
    data: { values: [{ title }] },
    mark: { type: 'text', align: 'left', baseline: 'bottom', color: MUTED_INK },
    encoding: {
      x: { value: 0 },
      y: { value: -9 - most * NAME_HEIGHT },
      text: { field: 'title', type: 'nominal' },
    },
  }
  return [...headers, above]
}
