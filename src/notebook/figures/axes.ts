import { isMonthColumn } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { axisTitle, quantityOf, withUnit } from '../../format/quantity.js'
import { rangeOf } from '../../numbers.js'
import { MS_PER_DAY } from '../../time/calendar.js'
import { AXIS_LINE, GRID, MUTED_INK } from '../palette.js'
import type { Span } from '../series.js'
import { widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { endsOf } from '../words.js'

const TICK_WIDTH = 56

/** Encoding of a horizontal position `x` on an axis of a width in pixels. */
export function xEncoding(span: Span, width: number, notation: Notation, title?: string) {
  const { field, isTime, low, high } = span
  const most = Math.max(2, Math.floor(width / TICK_WIDTH))
  const unit = isTime ? MS_PER_DAY : 1
  const own = isTime
    ? { type: 'temporal', ticks: timeTicks(span, most), scale: { type: 'utc' } }
    : {
        type: 'quantitative',
        ticks: { ...numberAxis(field, [low, high], notation), tickCount: Math.min(8, most) },
        scale: { zero: false },
      }
  const domain = low === high ? { domain: [low - unit, high + unit] } : {}
  const overlap = { labelFlush: 6, labelOverlap: 'greedy', labelSeparation: 6 }
  const look = { domain: true, domainColor: AXIS_LINE, ...overlap, ...own.ticks }
  const axis = { ...look, title: title ?? (axisTitle(field, notation) || null) }
  return { field: 'x', type: own.type, scale: { nice: false, ...own.scale, ...domain }, axis }
}

/** Days or months; below the first and below January the year. */
function timeTicks({ field, low, high }: Span, most: number) {
  const days = (high - low) / MS_PER_DAY
  const isDays = days <= 70 && !isMonthColumn(field)
  const year = "utcFormat(datum.value, '%Y')"
  const isNewYear = isDays ? 'false' : 'utcmonth(datum.value) + utcdate(datum.value) == 1'
  const name = `utcFormat(datum.value, '${isDays ? '%-d %b' : '%b'}')`
  const labelExpr = `datum.index == 0 || ${isNewYear} ? [${name}, ${year}] : ${name}`
  const isFew = (isDays ? days : days / 30.4) <= most
  return { labelExpr, tickCount: isFew ? { interval: isDays ? 'day' : 'month', step: 1 } : most }
}

/** Encoding of a value `y` in drawn units; the field's suffix tells the unit. */
export function yEncoding(field: string, values: readonly number[], notation: Notation) {
  const zeroLine = { condition: { test: 'datum.value === 0', value: MUTED_INK }, value: GRID }
  const numbers = numberAxis(field, values, notation)
  const axis = { title: null, grid: true, gridColor: zeroLine, ...numbers }
  return { field: 'y', type: 'quantitative', stack: null, axis }
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
export function labelRoom(field: string, values: readonly number[], notation: Notation): number {
  const ends = endsOf({ field, isTime: false, ...rangeOf([0, ...values]) }, notation)
  return Math.ceil(widest(ends, FONT_SIZE)) + 14
}

/** What values are called: the column in words with its unit, or of several columns their unit. */
export function valueTitle(fields: readonly string[], notation: Notation, title?: string): string {
  const quantity = quantityOf(fields[0]!, notation)
  if (title !== undefined) return withUnit(title, quantity)
  return fields.length === 1 ? axisTitle(fields[0]!, notation) : quantity.unit
}
