import { MS_PER_DAY } from '../../time/calendar.js'
import type { VegaLiteSpec } from '../spec.js'
import { colourChannel, type Plot, xChannel, yChannel } from './plot.js'
import { type Series, scaled } from './series.js'

/** How a series is drawn: a line, the area under it, or one bar for each position. */
export type MarkKind = 'line' | 'area' | 'bar'

/** One filled piece: from y0 to y1 at a position, in stored units. */
export interface Span {
  readonly x: number
  readonly y0: number
  readonly y1: number
}

/** A series as filled pieces. */
export interface SpanSeries {
  readonly label: string
  readonly colour: string
  readonly spans: readonly Span[]
}

/** Whether a layer draws the legend, and for which series. */
export interface LegendOptions {
  readonly legend?: VegaLiteSpec | null
  /** All series of the figure, where other layers draw more. Default: those of the layer. */
  readonly all?: readonly { readonly label: string; readonly colour: string }[]
}

/** The marks of some series, bands first. */
export function markLayers(
  plot: Plot,
  series: readonly Series[],
  mark: MarkKind,
  { legend = null, all = series }: LegendOptions = {},
): VegaLiteSpec[] {
  const colour = colourChannel(all, legend)
  if (mark === 'line')
    return [...bandLayers(plot, series, colour), ...lineLayers(plot, series, colour)]
  const spans = series.map(({ label, colour, points }) => ({
    label,
    colour,
    spans: points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y0: 0, y1: y }])),
  }))
  return [spanLayer(plot, spans, mark, { legend, all, opacity: mark === 'area' ? 0.75 : 1 })]
}

function lineLayers(plot: Plot, series: readonly Series[], colour: VegaLiteSpec): VegaLiteSpec[] {
  const { divisor } = plot.y.quantity
  const values = series.flatMap(({ label, points }) =>
    points.map(({ x, y }) => ({ x, y: scaled(y, divisor), series: label })),
  )
  const encoding = {
    x: xChannel(plot),
    y: yChannel(plot),
    color: colour,
  }
  const lines = { data: { values }, mark: { type: 'line' }, encoding }
  const lonely = values.filter((_, i) => standsAlone(values, i))
  if (lonely.length === 0) return [lines]
  const dots = {
    data: { values: lonely },
    mark: { type: 'point', filled: true, size: 36 },
    encoding,
  }
  return [lines, dots]
}

type LineValue = { readonly y: number | null; readonly series: string }

/** A value without a neighbour makes no line: it needs a dot to be seen. */
function standsAlone(values: readonly LineValue[], i: number): boolean {
  const here = values[i]!
  const joins = (other: LineValue | undefined) =>
    other !== undefined && other.series === here.series && other.y !== null
  return here.y !== null && !joins(values[i - 1]) && !joins(values[i + 1])
}

function bandLayers(plot: Plot, series: readonly Series[], colour: VegaLiteSpec): VegaLiteSpec[] {
  const { divisor } = plot.y.quantity
  const values = series.flatMap(({ label, points }) =>
    points.flatMap(({ x, low, high }) =>
      low === null || high === null
        ? []
        : [{ x, y: scaled(low, divisor), y2: scaled(high, divisor), series: label }],
    ),
  )
  if (values.length === 0) return []
  const encoding = {
    x: xChannel(plot),
    y: yChannel(plot),
    y2: { field: 'y2' },
    color: colour,
  }
  return [{ data: { values }, mark: { type: 'area', opacity: 0.2 }, encoding }]
}

/** Filled pieces as areas or bars. */
export function spanLayer(
  plot: Plot,
  series: readonly SpanSeries[],
  mark: 'area' | 'bar',
  { legend = null, opacity = 1, all = series }: LegendOptions & { opacity?: number } = {},
): VegaLiteSpec {
  const { divisor } = plot.y.quantity
  const isBar = mark === 'bar'
  const positions = series.flatMap(({ spans }) => spans.map(({ x }) => x))
  const half = overhang(plot.x.isTime, positions, mark)
  const values = series.flatMap(({ label, spans }) =>
    spans.map(({ x, y0, y1 }) => ({
      x: x - half,
      ...(isBar && { x2: x + half }),
      y: y1 / divisor,
      y2: y0 / divisor,
      series: label,
    })),
  )
  return {
    data: { values },
    mark: { type: mark, opacity },
    encoding: {
      x: xChannel(plot),
      ...(isBar && { x2: { field: 'x2' } }),
      y: yChannel(plot),
      y2: { field: 'y2' },
      color: colourChannel(all, legend),
    },
  }
}

const BAR_SHARE = 0.86

/** How far marks reach to both sides of their positions: bars stand in the middle of theirs. */
export function overhang(isTime: boolean, positions: readonly number[], mark: MarkKind): number {
  return mark === 'bar' ? (smallestGap(positions, isTime) * BAR_SHARE) / 2 : 0
}

function smallestGap(positions: readonly number[], isTime: boolean): number {
  const sorted = [...new Set(positions)].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((x, i) => x - sorted[i]!)
  return gaps.length > 0 ? Math.min(...gaps) : isTime ? MS_PER_DAY : 1
}
