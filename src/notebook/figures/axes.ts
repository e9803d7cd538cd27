import { isMonthColumn, isoDay } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { axisTitle, type QuantityKind, quantityOf, withUnit } from '../../format/quantity.js'
import { rangeOf } from '../../numbers.js'
import { MS_PER_DAY } from '../../time/calendar.js'
import { AXIS_LINE, GRID, MUTED_INK } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'

/** How Vega writes the numbers of each kind, in the locale that the figure carries (d3-format). */
const FORMATS: Readonly<Record<QuantityKind, string>> = {
  money: '$,~f',
  rate: '~%',
  millionths: ',~f',
  days: ',~f',
  number: ',~f',
}
const TICK_WIDTH = 56
const TICK_HEIGHT = 50

/** What a horizontal axis spans: milliseconds of days, else drawn units. */
export interface Span {
  /** Column that the positions come from. */
  readonly field: string
  readonly isTime: boolean
  readonly low: number
  readonly high: number
}

/** How wide an axis is drawn, and what it is called if not by its column. */
export interface AxisOptions {
  readonly width: number
  readonly title?: string | undefined
  readonly notation: Notation
}

/** Encoding of a horizontal position `x`. */
export function xEncoding(span: Span, { width, title, notation }: AxisOptions): VegaLiteSpec {
  const { field, isTime, low, high } = span
  const most = Math.max(2, Math.floor(width / TICK_WIDTH))
  const axis = {
    domain: true,
    domainColor: AXIS_LINE,
    labelFlush: 6,
    labelOverlap: 'greedy',
    labelSeparation: 6,
  }
  const unit = isTime ? MS_PER_DAY : 1
  const scale = { nice: false, ...(low === high && { domain: [low - unit, high + unit] }) }
  if (isTime) {
    const time = { ...axis, title: title ?? null, ...timeTicks(span, most) }
    return { field: 'x', type: 'temporal', scale: { ...scale, type: 'utc' }, axis: time }
  }
  const numbers = { ...numberAxis(field, [low, high], notation), tickCount: Math.min(8, most) }
  const named = {
    ...axis,
    title: title ?? axisTitle(field, notation),
    ...numbers,
  }
  return { field: 'x', type: 'quantitative', scale: { ...scale, zero: false }, axis: named }
}

/** Days or months; below the first and below January the year. */
function timeTicks({ field, low, high }: Span, most: number): VegaLiteSpec {
  const days = (high - low) / MS_PER_DAY
  const isDays = days <= 70 && !isMonthColumn(field)
  const year = "utcFormat(datum.value, '%Y')"
  const isNewYear = isDays ? 'false' : 'utcmonth(datum.value) + utcdate(datum.value) == 1'
  const name = `utcFormat(datum.value, '${isDays ? '%-d %b' : '%b'}')`
  const isFew = isDays ? days <= most : days / 30.4 <= most
  const every = { interval: isDays ? 'day' : 'month', step: 1 }
  const labelExpr = `datum.index == 0 || ${isNewYear} ? [${name}, ${year}] : ${name}`
  return { labelExpr, tickCount: isFew ? every : most }
}

/** What an axis of values is made for. */
export interface ValueOptions {
  /** Column that the values come from; its suffix tells the unit. */
  readonly field: string
  /** In drawn units. */
  readonly values: readonly number[]
  readonly height: number
  readonly zero?: boolean
  /** Pixels to keep for labels, where several plots stand above one another. */
  readonly left?: number | undefined
  readonly notation: Notation
}

/** Encoding of a value `y` in drawn units. */
export function yEncoding(options: ValueOptions): VegaLiteSpec {
  const { field, values, height, zero = true, left, notation } = options
  const axis = {
    title: null,
    grid: true,
    gridColor: { condition: { test: 'datum.value === 0', value: MUTED_INK }, value: GRID },
    tickCount: Math.max(2, Math.round(height / TICK_HEIGHT)),
    ...numberAxis(field, values, notation),
    ...(left !== undefined && { minExtent: left, maxExtent: left }),
  }
  return { field: 'y', type: 'quantitative', stack: null, scale: { zero, nice: true }, axis }
}

/** How the numbers of an axis are written; whole ones have no ticks between. */
function numberAxis(field: string, values: readonly number[], notation: Notation): VegaLiteSpec {
  const { kind, divisor } = quantityOf(field, notation)
  const isWhole = divisor === 1 && values.every(Number.isInteger)
  return { format: FORMATS[kind], ...(isWhole && { tickMinStep: 1 }) }
}

/** Pixels that the labels of an axis of values take, about: those of its ends, rounded up. */
export function labelRoom(field: string, values: readonly number[], notation: Notation): number {
  const { label, divisor } = quantityOf(field, notation)
  const { low, high } = rangeOf([0, ...values])
  const ends = [roundedUp(low), roundedUp(high)].map((end) => label(end * divisor))
  return Math.ceil(widest(ends, FONT_SIZE)) + 10
}

/** To one leading digit, away from zero: 1,830 is 2,000. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.abs(value) || 1))
  return Math.sign(value) * Math.ceil(Math.abs(value) / power) * power
}

/** What values are called: the column in words with its unit, or of several columns their unit. */
export function valueTitle(fields: readonly string[], notation: Notation, title?: string): string {
  const quantity = quantityOf(fields[0]!, notation)
  if (title !== undefined) return withUnit(title, quantity)
  return fields.length === 1 ? axisTitle(fields[0]!, notation) : quantity.unit
}

/** The range of a horizontal axis in words. */
export function rangeText({ field, isTime, low, high }: Span, notation: Notation): string {
  const { label, divisor } = quantityOf(field, notation)
  const textOf = (end: number) => (isTime ? isoDay(end) : label(end * divisor))
  return `${textOf(low)} to ${textOf(high)}`
}
