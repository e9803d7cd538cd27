import { InputError } from '../../errors.js'
import type { Notation } from '../../format/index.js'
import { axisTitle, bareTitle, columnLabel } from '../../format/quantity.js'
import { inWords } from '../../format/words.js'
import { sum } from '../../numbers.js'
import { GAIN, INK, LOSS, MUTED_INK, NEUTRAL, seriesColours, TOTAL } from '../palette.js'
import type { RangeFields } from '../series.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Figure, VegaLiteSpec } from '../spec.js'
import { cutText, widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { colourOf, emptyFigure, framed, listNames, ONE_PLOT } from './frame.js'
import { valueTitle } from './plot.js'

export interface RankedOptions {
  readonly data: TableSource
  /** Column that names the bars. */
  readonly category: string
  /** Column of values, or several of one unit whose parts make up each bar. */
  readonly value: string | readonly string[]
  /** The interval around the value, or around its first part, where it rests on simulation. */
  readonly range?: RangeFields
  readonly valueTitle?: string
}

/** Bars at most; the figure says how many there are. */
const MOST_BARS = 20

/**
 * Horizontal bars with their values written out, largest first. Several value columns make parts of
 * one bar; their sum is written at its end.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function ranked(options: RankedOptions): Figure {
  return (notation) => {
    const { data, category, range } = options
    const fields = [options.value].flat()
    const hasParts = fields.length > 1
    const colours = seriesColours(fields, notation)
    const own = new Map(notation.channels.map(({ id, colour }) => [id, colour]))
    const bars = readFields(data, [category, ...fields, range?.low, range?.high]).map((row) => {
      const key = String(row[category] ?? 'unknown')
      const pieces = fields.map((field, i) => ({
        series: hasParts ? bareTitle(field) : key,
        colour: hasParts ? colours[i]! : (own.get(key) ?? NEUTRAL),
        value: numberOf(row[field], field) ?? 0,
      }))
      const value = sum(pieces.map((piece) => piece.value))
      return { name: notation.nameOf(key), pieces, value, range: rangeOfRow(row, range) }
    })
    bars.sort((a, b) => b.value - a.value)
    const cut = bars.length > MOST_BARS && `the first ${MOST_BARS} of ${bars.length}`
    const values = options.valueTitle ?? valueTitle(fields, notation)
    const title = [values, cut].filter(Boolean).join(', ')
    const ranged = range?.of ? `${bareTitle(range.of).toLowerCase()} ` : ''
    return barFigure(bars.slice(0, MOST_BARS), { title, field: fields[0]!, ranged }, notation)
  }
}

export interface WaterfallOptions {
  /** Steps in order, one per row. */
  readonly data: TableSource
  /** Column that names the steps. */
  readonly step: string
  /** Column of signed changes; in a row of a total, the total. */
  readonly value: string
  /** Column that is true in rows of totals: where the figure starts, or what the steps sum to. */
  readonly total?: string
  /** Columns of the ends of a range of the value, in rows that have one. */
  readonly range?: RangeFields
}

/**
 * A waterfall read from top to bottom: each step begins where the one before it ended, totals stand
 * on zero. From GMV to net profit, say.
 *
 * @throws InputError when a total is not the sum of the steps before it
 */
export function waterfall(options: WaterfallOptions): Figure {
  return (notation) => {
    const { data, step, value: field, total, range } = options
    let running = 0
    const bars = readFields(data, [step, field, total, range?.low, range?.high]).map((row, i) => {
      const value = numberOf(row[field], field) ?? 0
      const name = inWords(String(row[step]))
      const isTotal = total !== undefined && row[total] === true
      if (isTotal && i > 0 && value !== running) {
        throw new InputError(
          `Waterfall: the total ${name} is ${value}, the steps before it sum to ${running}. Give every step between.`,
        )
      }
      const from = isTotal ? 0 : running
      running = from + value
      const series = isTotal ? 'Total' : value < 0 ? 'Decrease' : 'Increase'
      const pieces = [{ series, colour: STEP_COLOURS[series], value }]
      return { name, pieces, step: { from, isTotal }, value, range: rangeOfRow(row, range) }
    })
    return barFigure(bars, { title: axisTitle(field, notation), field }, notation)
  }
}

const STEP_COLOURS = { Total: TOTAL, Increase: GAIN, Decrease: LOSS }

/** A horizontal bar, in stored units: pieces laid end to end from zero, or one step from where the last one ended. */
interface Bar {
  readonly name: string
  readonly value: number
  readonly pieces: readonly Readonly<{ series: string; colour: string; value: number }>[]
  readonly step?: { readonly from: number; readonly isTotal: boolean }
  /** Ends of an interval, drawn over the bar; empty where it has none. */
  readonly range: readonly number[]
}

/** The ends of an interval that two columns of a row hold; none where either is missing. */
function rangeOfRow(row: SourceRow, ends?: RangeFields): number[] {
  const range = ends ? [ends.low, ends.high].map((end) => numberOf(row[end], end)) : []
  return range.every((end) => end !== null) ? range : []
}

const ROW_HEIGHT = 25
const NAME_LIMIT = 280

/** A figure of bars with names on an axis at the left and values, with their intervals, on one at the right. */
function barFigure(
  bars: readonly Bar[],
  { title, field, ranged = '' }: { title: string; field: string; ranged?: string },
  notation: Notation,
): VegaLiteSpec {
  if (bars.length === 0) return emptyFigure(notation)
  const values = bars.flatMap(({ value, range }) => [value, ...range])
  const label = columnLabel(field, values, notation)
  const hasSteps = bars.some(({ step }) => step)
  const told = bars.map(({ value, range }) => {
    const interval = ` (${ranged}${range.map(label).join(' to ')})`
    return `${label(value)}${range.length > 0 ? interval : ''}`
  })
  // A waterfall has no room for more than marks.
  const labels = hasSteps ? bars.map(({ value }) => label(value)) : told
  const words = bars.map(({ name }, row) => `${name} ${told[row]}`)
  const kind = hasSteps ? 'Waterfall' : 'Horizontal bars'
  const description = `${kind}. ${title}. ${listNames(words, hasSteps ? 'step' : 'bar')}.`
  return framed(notation, barsOf(bars, labels, hasSteps), description, title)
}

function barsOf(bars: readonly Bar[], labels: readonly string[], hasSteps: boolean): VegaLiteSpec {
  const names = bars.map(({ name }) => cutText(name, NAME_LIMIT, FONT_SIZE, true))
  const totals = JSON.stringify(bars.map(({ step }) => step?.isTotal ?? false))
  const bold = { condition: { test: `${totals}[datum.value]`, value: 'bold' }, value: 'normal' }
  const written = (texts: readonly string[], own = {}) => {
    const labelExpr = `(${JSON.stringify(texts)})[datum.value]`
    return { title: null, labelColor: INK, labelFontWeight: bold, labelExpr, ...own }
  }
  const labelPadding = Math.ceil(widest(labels, FONT_SIZE, true)) + 14
  const right = written(labels, { orient: 'right', labelAlign: 'right', labelPadding })
  const y = { field: 'row', type: 'ordinal', scale: { paddingInner: 0.28 }, axis: null }
  const x = { type: 'quantitative', scale: { nice: false }, axis: null }
  const steps = { x: { ...x, field: 'from', stack: null }, x2: { field: 'to' } }
  const laid = { x: { ...x, field: 'value', stack: 'zero' }, order: { field: 'part' } }
  const values = bars.flatMap(({ pieces, step }, row) =>
    pieces.map((piece, part) => {
      const ends = step && { from: step.from, to: step.from + piece.value }
      return { row, name: names[row], label: labels[row], part, ...piece, ...ends }
    }),
  )
  const colours = new Map(values.map(({ series, colour }) => [series, colour]))
  const hasParts = bars.some(({ pieces }) => pieces.length > 1)
  const color = colourOf(colours, hasParts ? 'top' : 'none')
  const across = { ...(hasSteps ? steps : laid), color }
  const ranges = bars.flatMap(({ range: [low, high], step: { from } = { from: 0 } }, row) =>
    low === undefined ? [] : [{ row, low: from + low, high: from + high! }],
  )
  const mark = { type: 'errorbar', ticks: { size: 8, color: INK }, rule: { color: INK } }
  const interval = { y, x: { ...x, field: 'low' }, x2: { field: 'high' } }
  const zero = { type: 'tick', orient: 'vertical', color: MUTED_INK, size: ROW_HEIGHT }
  const layer = [
    { mark: { type: 'bar' }, encoding: { y: { ...y, axis: written(names) }, ...across } },
    ...(ranges.length > 0 ? [{ data: { values: ranges }, mark, encoding: interval }] : []),
    { mark: zero, encoding: { y: { ...y, axis: right }, x: { ...x, datum: 0 } } },
  ]
  const height = bars.length * ROW_HEIGHT
  return { ...ONE_PLOT, height, data: { values }, resolve: { axis: { y: 'independent' } }, layer }
}
