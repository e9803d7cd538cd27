import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { describeSeries } from './describe.js'
import { eventMarks, type FigureEvent } from './events.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { legendFor } from './legend.js'
import { titleOf } from './lines.js'
import { markLayers, overhang, type SpanSeries, spanLayer } from './marks.js'
import { leftOf, type Plot, plotSpec, zeroLine } from './plot.js'
import { allValues, readSeries, type Series, type SeriesFields } from './series.js'
import { valueAxis } from './value-axis.js'
import { xAxis } from './x-axis.js'

export interface StackedOptions extends FigureFrame, Omit<SeriesFields, 'band'> {
  /** Areas suit days, bars suit months. Default 'area'. */
  readonly mark?: 'area' | 'bar'
  /** Series to draw below zero although the table holds them as positive numbers: what goes out. */
  readonly below?: readonly string[]
  /** A column of one value per position to draw as a line over the stack, e.g. what remains. */
  readonly net?: string
  readonly events?: readonly FigureEvent[]
  readonly xTitle?: string
  readonly yTitle?: string
}

const RIGHT_EDGE = 14
const NET_COLOUR = '#1f2328'

/**
 * Parts stacked over days: positive parts up from zero, negative parts down from it. Where a part
 * has no row it counts as zero.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function stacked(options: StackedOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<StackedOptions>): VegaLiteSpec {
  const { x, series, fields } = readSeries(options)
  const { width = DEFAULT_WIDTH, height = 260, mark = 'area', notation } = options
  const { yTitle = titleOf(fields, notation) } = options
  const stack = stackSeries(series, options.below ?? [])
  const spans = stack.flatMap((part) => part.spans)
  if (spans.length === 0) return emptyFigure(options)
  const net = netSeries(options)
  const values = [...spans.flatMap(({ y0, y1 }) => [y0, y1]), ...allValues(net)]
  const y = valueAxis({ field: fields[0]!, values, title: yTitle, height, notation })
  const plotWidth = width - leftOf(y) - RIGHT_EDGE
  const positions = spans.map((span) => span.x)
  const axis = xAxis(x, positions, {
    width: plotWidth,
    title: options.xTitle,
    overhang: overhang(x.isTime, positions, mark),
    notation,
  })
  const plot: Plot = { x: axis, y, width: plotWidth, height, left: leftOf(y) }
  const events = eventMarks(plot, options.events)
  const legend =
    series.length + net.length > 1
      ? legendFor([...series, ...net], { width, above: events.above })
      : null
  const layers = [
    spanLayer(plot, stack, mark, { legend, all: [...stack, ...net] }),
    ...events.layers,
    ...zeroLine(plot),
    ...markLayers(plot, net, 'line'),
  ]
  const names = [...series, ...net].map(({ label }) => label)
  const description = describeSeries('Stacked parts', { x: axis, y, values, names })
  return framed(options, plotSpec(plot, layers), description)
}

/** Positions of parts on top of one another, in stored units. */
export function stackSeries(series: readonly Series[], below: readonly string[]): SpanSeries[] {
  const positions = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))]
  positions.sort((a, b) => a - b)
  const up = new Map<number, number>()
  const down = new Map<number, number>()
  return series.map(({ key, label, colour, points }) => {
    const sign = below.includes(key) ? -1 : 1
    const values = new Map(points.map(({ x, y }) => [x, sign * (y ?? 0)]))
    const spans = positions.map((x) => {
      const value = values.get(x) ?? 0
      const side = value < 0 || (value === 0 && sign < 0) ? down : up
      const y0 = side.get(x) ?? 0
      side.set(x, y0 + value)
      return { x, y0, y1: y0 + value }
    })
    return { label, colour, spans }
  })
}

function netSeries({ net, data, x, labels, notation }: Noted<StackedOptions>): Series[] {
  if (net === undefined) return []
  const { series } = readSeries({ data, x, y: net, notation, ...(labels && { labels }) })
  return series.map((line) => ({ ...line, colour: NET_COLOUR, points: onePerPosition(line) }))
}

/** A long table repeats the net value in the row of every part. */
function onePerPosition({ points }: Series): Series['points'] {
  return points.filter((point, i) => point.x !== points[i - 1]?.x)
}
