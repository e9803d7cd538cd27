import { epochMs, isDateColumn, isDayValue, isMonthColumn, isoDay } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { axisTitle, quantityOf } from '../../format/quantity.js'
import { dayOf, MS_PER_DAY, monthNumber, monthStart } from '../../time/calendar.js'
import { numberOf, type SourceRow } from '../source.js'
import type { VegaLiteSpec } from '../spec.js'
import { extent, niceScale } from './scale.js'
import { labelExpr, tickLabels } from './value-axis.js'

/** A horizontal axis of days or of plain numbers. */
export interface XAxis {
  readonly isTime: boolean
  /** Milliseconds for days, else drawn units. */
  readonly low: number
  readonly high: number
  readonly title: string
  readonly type: 'temporal' | 'quantitative'
  readonly scale: VegaLiteSpec
  readonly axis: VegaLiteSpec
  /** The range in words. */
  readonly range: string
}

/** Positions of rows along a horizontal axis: milliseconds for days, else drawn units. */
export interface XValues {
  readonly isTime: boolean
  readonly field: string
  readonly of: (row: SourceRow) => number
}

/** Reads a column as days (by its name, or because its first value is a date) or as numbers. */
export function xValues(rows: readonly SourceRow[], field: string, notation: Notation): XValues {
  const isTime = isDateColumn(field) || rows.some((row) => isDayValue(row[field]))
  if (isTime) return { isTime, field, of: (row) => epochMs(row[field]) }
  const { divisor } = quantityOf(field, notation)
  return { isTime, field, of: (row) => numberOf(row[field], field)! / divisor }
}

export interface XAxisOptions {
  /** Pixels of the plot: decides how many ticks fit. */
  readonly width: number
  /** Default: none for days, else the column in words. */
  readonly title?: string | undefined
  /** How far marks reach beyond the first and the last position. Default 0. */
  readonly overhang?: number
  readonly notation: Notation
}

/** Settles range and ticks of a horizontal axis. */
export function xAxis(x: XValues, positions: readonly number[], options: XAxisOptions): XAxis {
  const [low, high] = extent(positions, false)
  if (!x.isTime) return numberAxis(x.field, low, high, options)
  return timeAxis(low, high, isMonthly(x.field, positions), options)
}

/** Whether a column of days holds months: by its name, or because all its days are a first. */
function isMonthly(field: string, positions: readonly number[]): boolean {
  if (isMonthColumn(field)) return true
  return (
    positions.length > 1 &&
    positions.every((ms) => ms === startOfMonth(ms)) &&
    positions.some((ms) => ms !== positions[0])
  )
}

/** Pixels that a label takes, also where it is pushed inwards at the edge. */
const DAY_WIDTH = 62
const MONTH_WIDTH = 44

function timeAxis(
  low: number,
  high: number,
  isMonthly: boolean,
  { width, title = '', overhang = 0 }: XAxisOptions,
): XAxis {
  const beyond = low === high ? MS_PER_DAY : overhang
  const [from, to] = [low - beyond, high + beyond]
  const byDay = !isMonthly && high - low <= 70 * MS_PER_DAY
  const most = Math.max(2, Math.floor(width / (byDay ? DAY_WIDTH : MONTH_WIDTH)))
  const values = byDay ? dayTicks(low, high, most) : monthTicks(low, high, most)
  return {
    isTime: true,
    low: from,
    high: to,
    title,
    type: 'temporal',
    scale: { type: 'utc', domain: [from, to], nice: false },
    axis: { values, labelExpr: timeLabel(values[0] ?? from, byDay), labelFlush: 6 },
    range: `${isoDay(low)} to ${isoDay(high)}`,
  }
}

const DAY_STEPS = [1, 2, 7, 14]

function dayTicks(from: number, to: number, most: number): number[] {
  const days = Math.round((to - from) / MS_PER_DAY)
  const step = DAY_STEPS.find((candidate) => days / candidate <= most) ?? 28
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => from + i * step * MS_PER_DAY)
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60]

/** Starts of months, on January when the step divides the year. */
function monthTicks(from: number, to: number, most: number): number[] {
  const months = (to - from) / (30.4 * MS_PER_DAY)
  const step = MONTH_STEPS.find((candidate) => months / candidate <= most) ?? 120
  const ticks: number[] = []
  for (let tick = startOfMonth(from); tick <= to; tick = startOfMonth(tick, 1)) {
    if (tick >= from && monthNumber(dayOf(new Date(tick))) % step === 0) ticks.push(tick)
  }
  return ticks
}

function startOfMonth(ms: number, months = 0): number {
  return monthStart(dayOf(new Date(ms)), months) * MS_PER_DAY
}

/** Month or day, and below it the year where it begins or where the axis does. */
function timeLabel(first: number, byDay: boolean): string {
  const name = byDay ? "utcFormat(datum.value, '%-d %b')" : "utcFormat(datum.value, '%b')"
  const startsYear = byDay ? 'false' : 'utcmonth(datum.value) == 0'
  return `${startsYear} || +datum.value == ${first} ? [${name}, utcFormat(datum.value, '%Y')] : ${name}`
}

function numberAxis(
  field: string,
  low: number,
  high: number,
  { width, notation, title = axisTitle(field, notation), overhang = 0 }: XAxisOptions,
): XAxis {
  const count = Math.max(2, Math.min(8, Math.floor(width / 70)))
  const nice = niceScale(low, high, { count })
  const [from, to] =
    low === high && overhang === 0 ? [nice.low, nice.high] : [low - overhang, high + overhang]
  const values = nice.ticks.filter((value) => value >= from && value <= to)
  const labelsOf = (ticks: readonly number[]) =>
    tickLabels(ticks, nice.step, quantityOf(field, notation), notation)
  return {
    isTime: false,
    low: from,
    high: to,
    title,
    type: 'quantitative',
    scale: { domain: [from, to], nice: false, zero: false },
    axis: { values, labelExpr: labelExpr(values, labelsOf(values)), labelFlush: 6 },
    range: labelsOf([low, high]).join(' to '),
  }
}
