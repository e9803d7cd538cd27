import { INK, MUTED_INK } from '../palette.js'
import { numberOf, type SourceRow } from '../source.js'
import type { VegaLiteSpec } from '../spec.js'
import { cutText, widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { legendAbove } from './frame.js'
import { colourOf } from './plot.js'
import type { Look } from './series.js'

/** One row of a figure of horizontal bars: a name, pieces in stored units, and the value as text. */
export interface BarRow {
  readonly name: string
  readonly pieces: readonly {
    readonly from: number
    readonly to: number
    readonly series: string
  }[]
  readonly label: string
  /** Ends of an interval around the value, drawn over the bar. */
  readonly range?: readonly [low: number, high: number]
  readonly bold?: boolean
}

/** A value as it is written, with its interval where it has one. */
export function labelWithRange(
  value: number,
  range: BarRow['range'],
  label: (of: number) => string,
) {
  return range ? `${label(value)} (${label(range[0])} to ${label(range[1])})` : label(value)
}

/** The ends of an interval that two columns of a row hold; undefined where either is missing. */
export function rangeOfRow(row: SourceRow, ends?: RangeFields): BarRow['range'] {
  const [low, high] = [ends?.low, ends?.high].map((end) => end && numberOf(row[end], end))
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : undefined
}

/** Columns of the ends of an interval. */
export interface RangeFields {
  readonly low: string
  readonly high: string
}

const ROW_HEIGHT = 25
const NAME_LIMIT = 280

/** Horizontal bars with names at the left and values in a column at the right. */
export function barRows(
  rows: readonly BarRow[],
  options: { readonly width: number; readonly looks: readonly Look[]; readonly legend?: boolean },
): VegaLiteSpec {
  const { looks, legend = false } = options
  const names = rows.map(({ name }) => cutText(name, NAME_LIMIT, FONT_SIZE, true))
  const values = Math.ceil(
    widest(
      rows.map(({ label }) => label),
      FONT_SIZE,
      true,
    ),
  )
  const labels = Math.ceil(widest(names, FONT_SIZE, true)) + values
  const width = Math.floor(options.width - labels - 34)
  const bold = JSON.stringify(rows.flatMap((row, i) => (row.bold ? [i] : [])))
  const weight = {
    condition: { test: `indexof(${bold}, datum.value) >= 0`, value: 'bold' },
    value: 'normal',
  }
  const nameAxis = {
    labelExpr: `(${JSON.stringify(names)})[datum.value]`,
    labelColor: INK,
    labelFontWeight: weight,
    title: null,
  }
  const domain = rows.map((_, i) => i)
  const y = { field: 'row', type: 'ordinal', scale: { domain, paddingInner: 0.28 }, axis: nameAxis }
  const x = { type: 'quantitative', scale: { nice: false }, axis: null }
  const color = { ...colourOf(looks), legend: legend ? legendAbove(looks, options.width) : null }
  const encoding = { y, x: { ...x, field: 'from', stack: null }, x2: { field: 'to' }, color }
  const pieces = rows.flatMap((row, i) =>
    row.pieces.map((piece) => ({ row: i, name: names[i], label: row.label, ...piece })),
  )
  const ranges = rows.flatMap(({ range }, row) =>
    range ? [{ row, low: range[0], high: range[1] }] : [],
  )
  const texts = rows.map(({ label, bold = false }, row) => ({
    row,
    label,
    weight: bold ? 'bold' : 'normal',
  }))
  return {
    width,
    height: rows.length * ROW_HEIGHT,
    layer: [
      { data: { values: pieces }, mark: { type: 'bar' }, encoding },
      ...(ranges.length > 0 ? [intervals(ranges, { y, x })] : []),
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: MUTED_INK },
        encoding: { x: { ...x, datum: 0 } },
      },
      {
        data: { values: texts },
        mark: { type: 'text', align: 'right', fontWeight: { expr: 'datum.weight' } },
        encoding: { y, x: { value: width + values + 14 }, text: { field: 'label' } },
      },
    ],
  }
}

/** Marks of intervals: from end to end, with a tick at each. */
function intervals(
  ranges: readonly object[],
  { y, x }: Readonly<Record<'x' | 'y', VegaLiteSpec>>,
): VegaLiteSpec {
  return {
    data: { values: ranges },
    mark: { type: 'errorbar', ticks: { size: 8, color: INK }, rule: { color: INK } },
    encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
  }
}
