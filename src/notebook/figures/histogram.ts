import { axisTitle, quantityOf } from '../../format/quantity.js'
import { rangeOf, sum } from '../../numbers.js'
import { GAIN, LOSS } from '../palette.js'
import { numberOf, readFields, type TableSource } from '../source.js'
import type { Figure, VegaLiteSpec } from '../spec.js'
import { colourOf, emptyFigure, endsOf, framed, ONE_PLOT, WIDTH } from './frame.js'
import { xEncoding, yEncoding } from './plot.js'

export interface HistogramOptions {
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
  /** What is counted, e.g. 'Order items'. Default 'Rows'. */
  readonly countTitle?: string
}

/**
 * How often which values occur, in bars of one round width.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function histogram(options: HistogramOptions): Figure {
  return (notation) => {
    const { data, value, count, range, countTitle = 'Rows', bins = 40 } = options
    const { divisor, label } = quantityOf(value, notation)
    const [low, high] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const rows = readFields(data, [value, count]).flatMap((row) => {
      const stored = numberOf(row[value], value)
      const times = count === undefined ? 1 : (numberOf(row[count], count) ?? 0)
      const within = Math.min(high, Math.max(low, stored ?? 0)) / divisor
      return stored === null ? [] : [{ value: within, count: times }]
    })
    if (rows.length === 0) return emptyFigure(notation)
    const ends = (range ?? []).filter((end) => rows.some((row) => row.value === end / divisor))
    const outer = `; outer bars hold all beyond ${ends.map(label).join(' and ')}`
    const title = `${axisTitle(value, notation)}${ends.length > 0 ? outer : ''}`
    const [values, counts] = [rows.map((row) => row.value), rows.map((row) => row.count)]
    const x = { field: value, isTime: false, ...rangeOf(values) }
    const [below, above] = options.splitLabels ?? ['all', 'all']
    const isBelow = `datum.x2 <= 0 ? ${JSON.stringify(below)} : ${JSON.stringify(above)}`
    const colours = new Map([below, above].map((name, i) => [name, [LOSS, GAIN][i]!]))
    const body = {
      ...ONE_PLOT,
      height: 220,
      data: { values: rows },
      transform: [
        { bin: binsOf(values, bins), field: 'value', as: ['x', 'x2'] },
        { aggregate: [{ op: 'sum', field: 'count', as: 'y' }], groupby: ['x', 'x2'] },
        { calculate: isBelow, as: 'series' },
      ],
      mark: { type: 'bar', binSpacing: 1 },
      encoding: {
        x: { ...xEncoding(x, WIDTH, notation, title), bin: 'binned' },
        x2: { field: 'x2' },
        y: yEncoding('count', counts, notation),
        color: colourOf(colours),
      },
    }
    const about = `Histogram. ${title}, ${endsOf(x, notation).join(' to ')}. ${countTitle}: ${notation.number(sum(counts))} in all.`
    return framed(notation, body, about, countTitle)
  }
}

/** A bar holds its lower edge, the last one both; bars of whole numbers are one wide at least. */
function binsOf(values: readonly number[], maxbins: number): VegaLiteSpec {
  if (!values.every(Number.isInteger)) return { maxbins }
  const { low, high } = rangeOf(values)
  return { maxbins, minstep: 1, extent: [low, high + 1] }
}
