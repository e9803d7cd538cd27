import { axisTitle, quantityOf } from '../../format/quantity.js'
import { sum } from '../../numbers.js'
import { GAIN, LOSS } from '../palette.js'
import { readFields, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { type Bin, countBins } from './bins.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { legendFor } from './legend.js'
import { colourChannel, leftOf, type Plot, plotSpec, xChannel, yChannel } from './plot.js'
import { valueAxis } from './value-axis.js'
import { xAxis } from './x-axis.js'

export interface HistogramOptions extends FigureFrame {
  readonly data: TableSource
  /** Column whose distribution is shown. */
  readonly value: string
  /** Column of how often each value occurs, of a table counted beforehand. Default: once each. */
  readonly count?: string
  /** Bars to aim at; their width is a round number. Default 40. */
  readonly bins?: number
  /** Stored values shown apart; what lies beyond counts in the first and the last bar. */
  readonly range?: readonly [low: number, high: number]
  /** Names of values below zero and from zero on, which then differ in colour. Default: one. */
  readonly splitLabels?: readonly [below: string, above: string]
  readonly valueTitle?: string
  /** What is counted, e.g. 'Order items'. Default 'Rows'. */
  readonly countTitle?: string
}

const RIGHT_EDGE = 18

/**
 * How often which values occur, in bars of one round width.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function histogram(options: HistogramOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<HistogramOptions>): VegaLiteSpec {
  const { data, value, count, range, countTitle = 'Rows' } = options
  const { width = DEFAULT_WIDTH, height = 220, notation } = options
  const { divisor, label } = quantityOf(value, notation)
  const binOptions = { value, count, range, divisor, bins: options.bins ?? 40 }
  const bins = countBins(readFields(data, [value, count]), binOptions)
  if (bins.length === 0) return emptyFigure(options)
  const counts = bins.map((bin) => bin.count)
  const y = valueAxis({ field: 'count', values: counts, title: countTitle, height, notation })
  const plotWidth = width - leftOf(y) - RIGHT_EDGE
  const note = range && `outer bars hold all beyond ${label(range[0])} and ${label(range[1])}`
  const title = [options.valueTitle ?? axisTitle(value, notation), note].filter(Boolean).join('; ')
  const edges = bins.flatMap(({ from, to }) => [from, to])
  const x = { isTime: false, field: value, of: () => 0 }
  const axis = xAxis(x, edges, { width: plotWidth, title, notation })
  const plot: Plot = { x: axis, y, width: plotWidth, height, left: leftOf(y) }
  const layer = binLayer(plot, bins, options.splitLabels, width)
  const total = notation.number(sum(counts))
  const description = `Histogram. ${title}, ${axis.range}. ${countTitle}: ${total} in all.`
  return framed(options, plotSpec(plot, [layer]), description)
}

function binLayer(
  plot: Plot,
  bins: readonly Bin[],
  splitLabels: HistogramOptions['splitLabels'],
  width: number,
): VegaLiteSpec {
  const [below, above] = splitLabels ?? ['', '']
  const sides = splitLabels
    ? [
        { label: below, colour: LOSS },
        { label: above, colour: GAIN },
      ]
    : [{ label: above, colour: GAIN }]
  const legend = splitLabels ? legendFor(sides, { width, above: 15 }) : null
  const inset = (bins[0]!.to - bins[0]!.from) * 0.06
  const values = bins.map(({ from, to, count }) => ({
    x: from + inset,
    x2: to - inset,
    y: count,
    y2: 0,
    series: to <= 0 ? below : above,
  }))
  return {
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: xChannel(plot),
      x2: { field: 'x2' },
      y: yChannel(plot),
      y2: { field: 'y2' },
      color: colourChannel(sides, legend),
    },
  }
}
