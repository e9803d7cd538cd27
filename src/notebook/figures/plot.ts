import { epochMs, isMonthColumn } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { axisTitle, quantityOf, withUnit } from '../../format/quantity.js'
import { rangeOf } from '../../numbers.js'
import { MS_PER_DAY } from '../../time/calendar.js'
import { AXIS_LINE, GRID, INK, MUTED_INK } from '../palette.js'
import type { Mark, SeriesSet, Span } from '../series.js'
import type { VegaLiteSpec } from '../spec.js'
import { widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { colourOf, endsOf, type LegendPlace } from './frame.js'

const TICK_WIDTH = 56
/** About how many values an axis names, the highest at the top of the plot. */
const TICKS = 5
/** Of so few values dots show as well: a line of one could not be seen. */
const FEW = 24
const STROKES = { symbolType: 'stroke', symbolStrokeWidth: 3 }

/** How a series is drawn: a line, the area under it, or one bar for each position. */
export type MarkKind = 'line' | 'area' | 'bar'

/** A day worth marking on an axis of days, e.g. Black Friday. */
export interface FigureEvent {
  /** A Date, 'yyyy-mm-dd' or a day number. */
  readonly date: Date | string | number
  readonly label: string
}

/** What a plot of series is called, and the days marked in it. */
export interface PlotNames {
  readonly xTitle?: string
  /** Default: the column in words with its unit. */
  readonly yTitle?: string
  /** Days to mark, e.g. Black Friday; their names stand above as far as they fit. */
  readonly events?: readonly FigureEvent[]
}

export interface PlotOptions extends PlotNames {
  readonly mark: MarkKind
  /** Which axes carry words: that of events above and that of positions, where no neighbour's do. Default both. */
  readonly named?: { readonly events: boolean; readonly x: boolean }
  readonly legend?: LegendPlace
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
  const { mark, legend, named = { x: true } } = options
  const across = xEncoding(set.x, width, notation, options.xTitle)
  const x = named.x ? across : { ...across, axis: { ...across.axis, labels: false, title: null } }
  const y = yEncoding(set.fields[0]!, set.values, notation)
  const isLine = mark === 'line'
  const color = colourOf(set.colours, legend, isLine && STROKES)
  const bare = { x: { ...across, axis: null }, y, color }
  const placed = mark === 'bar' ? { x: { ...x, field: 'start' }, x2: { field: 'end' } } : { x }
  const stack = options.isStacked ? { stack: 'zero', impute: { value: 0 } } : {}
  const parts = { ...placed, y: { ...y, ...stack }, color, order: { field: 'rank' } }
  const line = { type: 'line', point: set.marks.length <= FEW && { size: 22 } }
  const own = isLine ? line : { type: mark, orient: 'vertical' }
  const band = { ...bare, y: { ...y, field: 'low' }, y2: { field: 'high' } }
  const isRanged = set.marks.some(({ low }) => low != null)
  const layer = [
    ...layerOf(set, 'seen', { type: 'circle', size: 14, opacity: 0.45 }, bare),
    ...layerOf(set, undefined, own, isLine ? { ...bare, x } : parts),
    ...(isRanged ? [{ mark: { type: 'area', opacity: 0.2 }, encoding: band }] : []),
    ...eventLayers(set.x, x, options),
    ...layerOf(set, 'net', line, bare),
  ]
  const values = mark === 'bar' ? withEdges(set) : set.marks
  return { data: { values }, layer, resolve: { axis: { x: 'independent' } } }
}

/** The marks of one role, if any: all lie in the same data, so that each panel takes its own. */
function layerOf({ marks }: SeriesSet, role: Mark['role'], mark: object, encoding: object) {
  if (!marks.some((one) => one.role === role)) return []
  const filter = role ? `datum.role == '${role}'` : '!datum.role'
  return [{ transform: [{ filter }], mark, encoding }]
}

/** Marks with the edges that bars have around them: most of the least distance between two positions. */
function withEdges({ marks, x }: SeriesSet): object[] {
  const places = [...new Set(marks.map((mark) => mark.x))]
  const gaps = places.slice(1).map((at, i) => at - places[i]!)
  const half = 0.43 * (gaps.length > 0 ? rangeOf(gaps).low : x.isTime ? MS_PER_DAY : 1)
  return marks.map((mark) => ({ ...mark, start: mark.x - half, end: mark.x + half }))
}

/** An axis above the plot whose ticks are the events, with rules down through it. Events outside are left out. */
function eventLayers({ isTime, low, high }: Span, x: object, options: PlotOptions): object[] {
  const values = (isTime ? (options.events ?? []) : [])
    .map(({ date, label }) => ({ x: epochMs(date), label }))
    .filter((event) => event.x >= low && event.x <= high)
  const texts = Object.fromEntries(values.map((event) => [event.x, event.label]))
  const labelExpr = `(${JSON.stringify(texts)})[+datum.value]`
  const ticks = { values: values.map((event) => event.x), labelExpr, labelPadding: 4 }
  const look = { labelColor: INK, labelFontSize: 11, domain: false, title: null }
  const axis = options.named?.events === false ? null : { orient: 'top', ...ticks, ...look }
  const mark = { type: 'rule', color: MUTED_INK, strokeDash: [3, 3] }
  return values.length > 0 ? [{ data: { values }, mark, encoding: { x: { ...x, axis } } }] : []
}

/** Encoding of a horizontal position `x` on an axis of a width in pixels. */
export function xEncoding(span: Span, width: number, notation: Notation, title?: string) {
  const { field, isTime, low, high } = span
  const most = Math.max(2, Math.floor(width / TICK_WIDTH))
  const numbers = { ...numberAxis(field, [low, high], notation), tickCount: Math.min(8, most) }
  const ticks = isTime ? timeTicks(span, most) : numbers
  const own = isTime ? { type: 'utc' } : { zero: false }
  const named = title ?? (axisTitle(field, notation) || null)
  const overlap = { labelFlush: 6, labelOverlap: 'greedy', labelSeparation: 6 }
  const axis = { domain: true, domainColor: AXIS_LINE, ...overlap, ...ticks, title: named }
  const type = isTime ? 'temporal' : 'quantitative'
  return { field: 'x', type, scale: { nice: false, ...own }, axis }
}

/** Days or months; below the first and below January the year. */
function timeTicks({ field, low, high }: Span, most: number) {
  const days = (high - low) / MS_PER_DAY
  const isDays = days <= 70 && !isMonthColumn(field)
  const isFew = (isDays ? days : days / 30.4) <= most
  const name = `utcFormat(datum.value, '${isDays ? '%-d %b' : '%b'}')`
  const isFirst = 'datum.index == 0 || utcmonth(datum.value) + utcdate(datum.value) == 1'
  const labelExpr = `${isFirst} ? [${name}, utcFormat(datum.value, '%Y')] : ${name}`
  return { labelExpr, tickCount: isFew ? { interval: isDays ? 'day' : 'month', step: 1 } : most }
}

/** Encoding of a value `y` in drawn units; the field's suffix tells the unit. */
export function yEncoding(field: string, values: readonly number[], notation: Notation) {
  const zeroLine = { condition: { test: 'datum.value === 0', value: MUTED_INK }, value: GRID }
  const numbers = numberAxis(field, values, notation)
  const axis = { title: null, grid: true, gridColor: zeroLine, ...numbers, tickCount: TICKS }
  return { field: 'y', type: 'quantitative', stack: null, scale: { nice: TICKS }, axis }
}

/** How the numbers of an axis are written; whole ones have no ticks between. */
function numberAxis(field: string, values: readonly number[], notation: Notation) {
  const { kind, divisor } = quantityOf(field, notation)
  const isWhole = divisor === 1 && values.every(Number.isInteger)
  // d3-format, in the locale that the figure carries.
  const format = { money: '$,~f', rate: '~%' }[kind as string] ?? ',~f'
  return { format, ...(isWhole && { tickMinStep: 1 }) }
}

/** Pixels that the labels of an axis of values take, about. */
export function labelRoom({ fields, values }: SeriesSet, notation: Notation): number {
  const ends = endsOf({ field: fields[0]!, isTime: false, ...rangeOf([0, ...values]) }, notation)
  return Math.ceil(widest(ends, FONT_SIZE)) + 14
}

/** What values are called: the column in words with its unit, or of several columns their unit. */
export function valueTitle(fields: readonly string[], notation: Notation, title?: string): string {
  const quantity = quantityOf(fields[0]!, notation)
  if (title !== undefined) return withUnit(title, quantity)
  return fields.length === 1 ? axisTitle(fields[0]!, notation) : quantity.unit
}
