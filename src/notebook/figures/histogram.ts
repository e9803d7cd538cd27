import { axisTitle, quantityOf } from '../../format/quantity.js'
import { rangeOf, sum } from '../../numbers.js'
import { GAIN, LOSS } from '../palette.js'
import { numberOf, readFields, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { rangeText, xEncoding, yEncoding } from './axes.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed, onePlot } from './frame.js'
import { colourOf } from './plot.js'

export interface HistogramOptions extends FigureFrame {
  readonly data: TableSource
  /** Column whose distribution is shown. */
  readonly value: string
  /** Column of how often each value occurs, of a table counted beforehand. Default: once each. */
  readonly count?: string
  /** Bars at most; their width is a round number. Default 40. */
  readonly bins?: number
  /** Stored values shown apart; what lies beyond counts in the first and the last bar. */
  readonly range?: readonly [low: number, high: number]
  /** Names of values below zero and from zero on, which then differ in colour. Default: one. */
  readonly splitLabels?: readonly [below: string, above: string]
  readonly valueTitle?: string
  /** What is counted, e.g. 'Order items'. Default 'Rows'. */
  readonly countTitle?: string
}

interface Counted {
  readonly value: number
  readonly count: number
}

/**
 * How often which values occur, in bars of one round width.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function histogram(options: HistogramOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<HistogramOptions>): VegaLiteSpec {
  const { value, countTitle = 'Rows', bins = 40 } = options
  const { width = DEFAULT_WIDTH, height = 220, splitLabels, notation } = options
  const stored = readCounted(options)
  if (stored.length === 0) return emptyFigure(options)
  const { divisor } = quantityOf(value, notation)
  const [low, high] = options.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const counted = stored.map((one) => ({
    ...one,
    value: Math.min(high, Math.max(low, one.value)) / divisor,
  }))
  const note = outerNote(stored, options)
  const title = [options.valueTitle ?? axisTitle(value, notation), note].filter(Boolean).join('; ')
  const x = { field: value, isTime: false, ...rangeOf(counted.map((one) => one.value)) }
  const counts = counted.map(({ count }) => count)
  const [below, above] = splitLabels ?? ['', '']
  const looks = [
    { key: 'below', label: below, colour: LOSS },
    { key: 'above', label: above, colour: GAIN },
  ]
  const body = {
    ...onePlot(width),
    height,
    data: { values: counted },
    transform: [
      { bin: binsOf(counted, bins), field: 'value', as: ['x', 'x2'] },
      { aggregate: [{ op: 'sum', field: 'count', as: 'y' }], groupby: ['x', 'x2'] },
      {
        calculate: `datum.x2 <= 0 ? ${JSON.stringify(below)} : ${JSON.stringify(above)}`,
        as: 'series',
      },
    ],
    mark: { type: 'bar', binSpacing: 1 },
    encoding: {
      x: { ...xEncoding(x, { width, title, notation }), bin: 'binned' },
      x2: { field: 'x2' },
      y: yEncoding({ field: 'count', values: counts, height, notation }),
      color: colourOf(splitLabels ? looks : looks.slice(1)),
    },
  }
  const total = notation.number(sum(counts))
  const words = `Histogram. ${title}, ${rangeText(x, notation)}. ${countTitle}: ${total} in all.`
  return framed(options, body, words, countTitle)
}

/** Values with how often each occurs. */
function readCounted({ data, value, count }: HistogramOptions): Counted[] {
  return readFields(data, [value, count]).flatMap((row) => {
    const stored = numberOf(row[value], value)
    if (stored === null) return []
    const times = count === undefined ? 1 : (numberOf(row[count], count) ?? 0)
    return [{ value: stored, count: times }]
  })
}

/** Which of the outer bars hold more than their width says. */
function outerNote(
  stored: readonly Counted[],
  { range, value, notation }: Noted<HistogramOptions>,
): string {
  if (range === undefined) return ''
  const [low, high] = range.map(quantityOf(value, notation).label)
  const isBelow = stored.some((one) => one.value < range[0])
  const isAbove = stored.some((one) => one.value > range[1])
  if (isBelow && isAbove) return `outer bars hold all beyond ${low} and ${high}`
  if (isAbove) return `the last bar holds all above ${high}`
  return isBelow ? `the first bar holds all below ${low}` : ''
}

/** A bar holds its lower edge, the last one both; bars of whole numbers are one wide at least. */
function binsOf(counted: readonly Counted[], maxbins: number): VegaLiteSpec {
  const values = counted.map(({ value }) => value)
  if (!values.every(Number.isInteger)) return { maxbins }
  const { low, high } = rangeOf(values)
  return { maxbins, minstep: 1, extent: [low, high + 1] }
}
