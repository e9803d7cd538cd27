import { epochMs } from '../../format/day.js'
import { quantityOf } from '../../format/quantity.js'
import { counted } from '../../format/words.js'
import { rangeOf } from '../../numbers.js'
import { INK, MUTED_INK } from '../palette.js'
import type { Noted, VegaLiteSpec } from '../spec.js'
import { rangeText, type Span, valueTitle, xEncoding, yEncoding } from './axes.js'
import { barWidth, type Look, type Mark, type SeriesSet, valuesOf } from './series.js'

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
  readonly width: number
  readonly height: number
  readonly zero?: boolean
  readonly left?: number
  readonly xTitle?: string | undefined
  readonly events?: readonly FigureEvent[] | undefined
  /** Rows that the names of events take by turns; none where a neighbour names them. Default 2. */
  readonly eventRows?: 0 | 1 | 2
  /** Whether positions carry labels; a neighbour's may do. Default true. */
  readonly namesX?: boolean
  readonly hasBand?: boolean
  readonly color?: VegaLiteSpec
  /** Parts are laid on one another, with a line over them where there is one. */
  readonly isStacked?: boolean
  readonly over?: readonly Mark[]
  /** What was observed, as points under the lines. */
  readonly points?: readonly Mark[]
}

interface Encodings {
  readonly x: VegaLiteSpec
  readonly y: VegaLiteSpec
  readonly color: VegaLiteSpec
}

/** Data and layers of one plot of some series. */
export function plotOf(set: SeriesSet, options: Noted<PlotOptions>): VegaLiteSpec {
  const { mark, width, height, namesX = true, eventRows = 2, isStacked = false } = options
  const { x: span, marks, looks, fields } = set
  const across = xEncoding(span, { width, title: options.xTitle, notation: options.notation })
  const hidden = { ...(across.axis as object), labels: false, title: null }
  const x = namesX ? across : { ...across, axis: hidden }
  const plain = yEncoding({ ...options, field: fields[0]!, values: valuesOf(marks) })
  const y = isStacked ? { ...plain, stack: 'zero', impute: { value: 0 } } : plain
  const color = options.color ?? colourOf(looks, mark)
  const points = options.points ?? []
  const rows = [...markRows(mark, marks, span.isTime), ...points.map(asPoint)]
  const over = { values: markRows('line', options.over ?? [], span.isTime) }
  const bare = { x: { ...x, axis: null }, y: plain, color }
  const layer = [
    ...(points.length > 0 ? [pointLayer({ ...bare, color })] : []),
    ...markLayers(mark, { x, y, color }, options.hasBand ?? false),
    ...eventLayers(options.events ?? [], span, x, eventRows),
    ...(options.over ? markLayers('line', bare).map((one) => ({ ...one, data: over })) : []),
  ]
  return { height, data: { values: rows }, layer, resolve: { axis: { x: 'independent' } } }
}

/** Marks of a plot, the first with the axis: a line with its band, and dots where a value stands alone. */
function markLayers(kind: MarkKind, encodings: Encodings, hasBand = false): VegaLiteSpec[] {
  const { x, y } = encodings
  const bare = { ...encodings, x: { ...x, axis: null } }
  if (kind !== 'line') {
    const end = kind === 'bar' ? { x2: { field: 'x2' } } : {}
    const encoding = { ...encodings, ...end, order: { field: 'rank' } }
    return [{ mark: { type: kind, orient: 'vertical' }, encoding }]
  }
  const ends = { ...bare, y: { ...y, field: 'low' }, y2: { field: 'high' } }
  const band = { mark: { type: 'area', opacity: 0.2 }, encoding: ends }
  const dot = { type: 'point', filled: true, size: 36 }
  const alone = { transform: [{ filter: 'datum.alone' }], mark: dot, encoding: bare }
  const line = {
    transform: [{ filter: '!isDefined(datum.seen)' }],
    mark: { type: 'line' },
    encoding: encodings,
  }
  return [line, alone, ...(hasBand ? [band] : [])]
}

/** What was observed lies in the same data, so that each panel takes its own, under another name. */
function asPoint({ y, ...mark }: Mark): object {
  return { ...mark, y: null, seen: y }
}

function pointLayer(encodings: Encodings): VegaLiteSpec {
  const encoding = { ...encodings, y: { ...encodings.y, field: 'seen' } }
  return { mark: { type: 'circle', size: 14, opacity: 0.45 }, encoding }
}

/** The rows that those marks are drawn from. */
function markRows(kind: MarkKind, marks: readonly Mark[], isTime: boolean): object[] {
  const width = barWidth(marks, isTime)
  if (kind === 'bar') return marks.map((mark) => ({ ...mark, x2: mark.x + width }))
  const joins = (a: Mark, b: Mark | undefined) =>
    b !== undefined && b.y !== null && b.series === a.series && b.panel === a.panel
  return marks.map((mark, i) => {
    const isAlone = !joins(mark, marks[i - 1]) && !joins(mark, marks[i + 1])
    return isAlone ? { ...mark, alone: true } : mark
  })
}

/** Colours by series, named in a legend where there are several. */
export function colourOf(looks: readonly Look[], kind: MarkKind = 'bar'): VegaLiteSpec {
  const stroke = { symbolType: 'stroke', symbolStrokeWidth: 3 }
  return {
    field: 'series',
    type: 'nominal',
    sort: null,
    scale: { domain: looks.map(({ label }) => label), range: looks.map(({ colour }) => colour) },
    legend: looks.length < 2 ? null : kind === 'line' ? stroke : {},
  }
}

/**
 * Axes above the plot whose ticks are the events, with rules down through it. Of names that would lie on
 * one another Vega leaves some out. Events outside the plot are left out.
 */
function eventLayers(
  events: readonly FigureEvent[],
  { isTime, low, high }: Span,
  x: VegaLiteSpec,
  rows: number,
): VegaLiteSpec[] {
  const shown = (isTime ? events : [])
    .map(({ date, label }) => ({ x: epochMs(date), label }))
    .filter((event) => event.x >= low && event.x <= high)
    .sort((a, b) => a.x - b.x)
  const mark = { type: 'rule', color: MUTED_INK, strokeDash: [3, 3] }
  if (rows === 0) return [{ data: { values: shown }, mark, encoding: { x: { ...x, axis: null } } }]
  const look = { labelColor: INK, labelFontSize: 11, labelOverlap: 'greedy', labelFlush: 6 }
  return Array.from({ length: rows }, (_, row) => {
    const values = shown.filter((_, i) => i % rows === row)
    const names = Object.fromEntries(values.map((event) => [event.x, event.label]))
    const ticks = { values: values.map((event) => event.x), labelPadding: 4 + 15 * row }
    const labelExpr = `(${JSON.stringify(names)})[+datum.value]`
    const axis = { orient: 'top', ...ticks, labelExpr, ...look, domain: false, title: null }
    return { data: { values }, mark, encoding: { x: { ...x, axis } } }
  }).filter(({ data }) => data.values.length > 0)
}

/** What a plot shows, in two or three sentences, for those who cannot see it. */
export function describe(
  kind: string,
  { x, marks, looks, fields }: SeriesSet,
  { title, notation }: Noted<{ readonly title?: string | undefined }>,
): string {
  const { label, divisor } = quantityOf(fields[0]!, notation)
  const { low, high } = rangeOf(valuesOf(marks))
  const name = title || valueTitle(fields, notation) || 'Values'
  const range = `${name} from ${label(low * divisor)} to ${label(high * divisor)}`
  const series = looks.length > 1 ? ` ${listNames(looks.map((look) => look.label))}.` : ''
  return `${kind}, ${rangeText(x, notation)}. ${range}.${series}`
}

const MOST_NAMES = 12

/** "5 series: a, b, c, d, e". */
export function listNames(names: readonly string[], noun = 'series'): string {
  const rest = names.length - MOST_NAMES
  const count = noun === 'series' ? `${names.length} series` : counted(names.length, noun)
  return `${count}: ${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
