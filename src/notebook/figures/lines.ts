import type { Notation } from '../../format/index.js'
import { axisTitle, quantityOf } from '../../format/quantity.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { describeSeries } from './describe.js'
import { endLabels, endLabelsFit, endLabelWidth } from './end-labels.js'
import { eventMarks, type FigureEvent } from './events.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { legendFor } from './legend.js'
import { markLayers } from './marks.js'
import { leftOf, type Plot, plotSpec, zeroLine } from './plot.js'
import { allPositions, allValues, readSeries, type SeriesFields } from './series.js'
import { valueAxis } from './value-axis.js'
import { xAxis } from './x-axis.js'

export interface LinesOptions extends FigureFrame, SeriesFields {
  /** Days to mark, e.g. Black Friday. */
  readonly events?: readonly FigureEvent[]
  readonly xTitle?: string
  /** Default: the column in words with its unit. */
  readonly yTitle?: string
  /** The value axis starts at zero. Default true. */
  readonly zero?: boolean
}

const RIGHT_EDGE = 14

/**
 * Lines over days or over a plain number, each named at its end; with a band around them and
 * events marked when given. A day without a value breaks the line.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function lines(options: LinesOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<LinesOptions>): VegaLiteSpec {
  const { x, series, fields } = readSeries(options)
  const values = [...allValues(series)]
  if (values.length === 0) return emptyFigure(options)
  const { width = DEFAULT_WIDTH, height = 260, zero = true, notation } = options
  const { yTitle = titleOf(fields, notation) } = options
  const y = valueAxis({ field: fields[0]!, values, title: yTitle, zero, height, notation })
  const direct = endLabelsFit(series, height)
  const left = leftOf(y)
  const plotWidth = width - left - (direct ? endLabelWidth(series) : 0) - RIGHT_EDGE
  const axis = xAxis(x, [...allPositions(series)], {
    width: plotWidth,
    title: options.xTitle,
    notation,
  })
  const plot: Plot = { x: axis, y, width: plotWidth, height, left }
  const events = eventMarks(plot, options.events)
  const legend =
    series.length > 1 && !direct
      ? legendFor(series, { width, above: events.above, symbol: 'stroke' })
      : null
  const layers = [
    ...events.layers,
    ...zeroLine(plot),
    ...markLayers(plot, series, 'line', { legend }),
    ...(direct ? [endLabels(plot, series)] : []),
  ]
  const names = series.map(({ label }) => label)
  const description = describeSeries('Lines', { x: axis, y, values, names })
  return framed(options, plotSpec(plot, layers), description)
}

/** The title of a value axis: the column in words, or of several columns only their unit. */
export function titleOf(fields: readonly string[], notation: Notation): string {
  if (fields.length === 1) return axisTitle(fields[0]!, notation)
  return quantityOf(fields[0]!, notation).unit
}
