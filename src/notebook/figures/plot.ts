import { epochMs } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { rangeOf } from '../../numbers.js'
import { MS_PER_DAY } from '../../time/calendar.js'
import { INK, MUTED_INK } from '../palette.js'
import type { Mark, SeriesSet, Span } from '../series.js'
import type { VegaLiteSpec } from '../spec.js'
import { xEncoding, yEncoding } from './axes.js'
import { colourOf } from './frame.js'

/** How a series is drawn: a line, the area under it, or one bar for each position. */
export type MarkKind = 'line' | 'area' | 'bar'

/** A day worth marking on an axis of days, e.g. Black Friday. */
export interface FigureEvent {
  /** A Date, 'yyyy-mm-dd' or a day number. */
  readonly date: Date | string | number
  readonly label: string
}

export interface PlotOptions {
  readonly mark: MarkKind
  readonly xTitle?: string | undefined
  readonly events?: readonly FigureEvent[] | undefined
  /** Rows that the names of events take by turns; none where a neighbour names them. Default 2. */
  readonly eventRows?: 0 | 1 | 2
  /** Positions carry labels; false where a neighbour's do. Default true. */
  readonly namesX?: boolean
  readonly legend?: VegaLiteSpec | null
  /** Parts are laid on one another. */
  readonly isStacked?: boolean
}

/** Data and layers of one plot of some series, in a width of pixels. */
export function plotOf(
  set: SeriesSet,
  width: number,
  options: PlotOptions,
  notation: Notation,
): VegaLiteSpec {
  const { mark, namesX = true, legend = {} } = options
  const named = xEncoding(set.x, width, notation, options.xTitle)
  const x = namesX ? named : { ...named, axis: { ...named.axis, labels: false, title: null } }
  const y = yEncoding(set.fields[0]!, set.values, notation)
  const symbols = mark === 'line' ? { symbolType: 'stroke', symbolStrokeWidth: 3 } : {}
  const color = colourOf(set.names, set.colours, legend && { ...symbols, ...legend })
  const bare = { x: { ...named, axis: null }, y, color }
  const across = mark === 'bar' ? { x: { ...x, field: 'start' }, x2: { field: 'end' } } : { x }
  const stack = options.isStacked ? { stack: 'zero', impute: { value: 0 } } : {}
  const parts = { ...across, y: { ...y, ...stack }, color, order: { field: 'rank' } }
  const band = { ...bare, y: { ...y, field: 'low' }, y2: { field: 'high' } }
  const part = { ...OWN, mark: { type: mark, orient: 'vertical' }, encoding: parts }
  const has = (test: (mark: Mark) => boolean, layers: object[]) =>
    set.marks.some(test) ? layers : []
  const layer = [
    ...has(({ role }) => role === 'seen', [{ ...only('seen'), mark: POINTS, encoding: bare }]),
    ...(mark === 'line' ? lineLayers(OWN, { ...bare, x }) : [part]),
    ...has(({ low }) => low != null, [{ mark: { type: 'area', opacity: 0.2 }, encoding: band }]),
    ...eventLayers(set.x, x, options),
    ...has(({ role }) => role === 'net', lineLayers(only('net'), bare)),
  ]
  const values = mark === 'bar' ? withEdges(set) : set.marks
  return { data: { values }, layer, resolve: { axis: { x: 'independent' } } }
}

/** The rows of one role: all lie in the same data, so that each panel takes its own. */
const only = (role: string) => ({ transform: [{ filter: `datum.role == '${role}'` }] })
const OWN = { transform: [{ filter: '!datum.role' }] }
const POINTS = { type: 'circle', size: 14, opacity: 0.45 }

/** Lines, and dots where a value stands alone. */
function lineLayers({ transform }: typeof OWN, line: { readonly x: object }): object[] {
  const window = ['lag', 'lead'].map((op) => ({ op, field: 'y', as: op }))
  const neighbours = { window, groupby: ['series', 'panel'], sort: [{ field: 'x' }] }
  const isAlone = { filter: 'datum.y != null && datum.lag == null && datum.lead == null' }
  const dot = { type: 'point', filled: true, size: 36 }
  const encoding = { ...line, x: { ...line.x, axis: null } }
  return [
    { transform, mark: { type: 'line' }, encoding: line },
    { transform: [...transform, neighbours, isAlone], mark: dot, encoding },
  ]
}

/** Marks with the edges that bars have around them: most of the least distance between two positions. */
function withEdges({ marks, x }: SeriesSet): object[] {
  const places = [...new Set(marks.map((mark) => mark.x))]
  const gaps = places.slice(1).map((at, i) => at - places[i]!)
  const half = 0.43 * (gaps.length > 0 ? rangeOf(gaps).low : x.isTime ? MS_PER_DAY : 1)
  return marks.map((mark) => ({ ...mark, start: mark.x - half, end: mark.x + half }))
}

/** Axes above the plot whose ticks are the events, with rules down through it. Events outside are left out. */
function eventLayers(
  { isTime, low, high }: Span,
  x: object,
  { events = [], eventRows = 2 }: PlotOptions,
): object[] {
  const shown = (isTime ? events : [])
    .map(({ date, label }) => ({ x: epochMs(date), label }))
    .filter((event) => event.x >= low && event.x <= high)
  const mark = { type: 'rule', color: MUTED_INK, strokeDash: [3, 3] }
  const texts = Object.fromEntries(shown.map((event) => [event.x, event.label]))
  const labelExpr = `(${JSON.stringify(texts)})[+datum.value]`
  const look = { labelColor: INK, labelFontSize: 11, labelOverlap: 'greedy', labelFlush: 6 }
  const rows = Math.min(shown.length, eventRows || 1)
  return Array.from({ length: rows }, (_, row) => {
    const values = shown.filter((_, i) => i % rows === row)
    const ticks = { values: values.map((event) => event.x), labelPadding: 4 + 15 * row }
    const axis = { orient: 'top', ...ticks, labelExpr, ...look, domain: false, title: null }
    return { data: { values }, mark, encoding: { x: { ...x, axis: eventRows > 0 ? axis : null } } }
  })
}
