import { epochMs, isDateColumn, isDayValue } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { bareTitle, quantityOf } from '../../format/quantity.js'
import { rangeOf } from '../../numbers.js'
import { MS_PER_DAY } from '../../time/calendar.js'
import { inSeriesOrder, seriesColours } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Noted } from '../spec.js'
import { cutText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import type { Span } from './axes.js'

const LABEL_LIMIT = 175

/** Which columns a figure draws: long tables name a `series` column, wide ones several in `y`. */
export interface SeriesFields {
  readonly data: TableSource
  /** Column of the horizontal axis: days (`date`, `month`) or numbers. */
  readonly x: string
  /** Column of values, or several columns of one unit, each a series. */
  readonly y: string | readonly string[]
  /** Column whose values name the series of a long table, e.g. `channel`. */
  readonly series?: string
  /** Columns of the lower and upper end of a band around the line. */
  readonly band?: { readonly low: string; readonly high: string }
  /** Names to show, by series. Default: the name in plain words. */
  readonly labels?: Readonly<Record<string, string>>
  /** Colours by series. Default: the fixed colour of a channel, else the next of the palette. */
  readonly colours?: Readonly<Record<string, string>>
}

/** One value to draw, in drawn units: whole ones, not minor ones. */
export interface Mark {
  readonly x: number
  readonly y: number | null
  readonly low?: number | null
  readonly high?: number | null
  /** Label of the series. */
  readonly series: string
  /** Place of the series among all. */
  readonly rank: number
  readonly panel?: string
}

/** A series as the legend names it. */
export interface Look {
  readonly key: string
  readonly label: string
  readonly colour: string
}

export interface SeriesSet {
  readonly x: Span
  readonly marks: readonly Mark[]
  readonly looks: readonly Look[]
  /** The columns of values; the first tells the unit. */
  readonly fields: readonly string[]
}

/** Columns as a list. */
export function listOf(fields: string | readonly string[]): readonly string[] {
  return typeof fields === 'string' ? [fields] : fields
}

/**
 * Reads the series that a figure draws; `facet` is the column that tells its panels apart.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function readSeries(options: Noted<SeriesFields>, facet?: string): SeriesSet {
  const { x, y, series, band, labels, notation } = options
  const fields = listOf(y)
  const rows = readFields(options.data, [x, ...fields, series, band?.low, band?.high, facet])
  const isTime = isDateColumn(x) || rows.some((row) => isDayValue(row[x]))
  const keys = series === undefined ? fields : keysOf(rows, series, notation)
  const colours = seriesColours(keys, options)
  const names = distinct(
    keys.map(
      (key) => labels?.[key] ?? (series === undefined ? bareTitle(key) : notation.nameOf(key)),
    ),
  )
  const looks = keys.map((key, i) => ({ key, label: names[i]!, colour: colours[i]! }))
  const divided = dividedBy(fields[0]!, notation)
  const place = isTime ? epochMs : dividedBy(x, notation)
  const marks = rows.flatMap((row): Mark[] => {
    if (row[x] === null || row[x] === undefined) return []
    const at = place(row[x], x)!
    const panel = facet === undefined ? {} : { panel: String(row[facet] ?? 'unknown') }
    const ends = band && {
      low: divided(row[band.low], band.low),
      high: divided(row[band.high], band.high),
    }
    const ranks =
      series === undefined ? keys.keys() : [keys.indexOf(String(row[series] ?? 'unknown'))]
    return [...ranks].map((rank) => {
      const field = fields[series === undefined ? rank : 0]!
      return { x: at, y: divided(row[field], field), ...ends, series: names[rank]!, rank, ...panel }
    })
  })
  const panelOf = ({ panel = '' }: Mark) => panel
  marks.sort((a, b) => panelOf(a).localeCompare(panelOf(b)) || a.rank - b.rank || a.x - b.x)
  return { x: { field: x, isTime, ...rangeOf(marks.map((mark) => mark.x)) }, marks, looks, fields }
}

/** Values of a naming column, channels in the order of the run. */
export function keysOf(rows: readonly SourceRow[], column: string, notation: Notation): string[] {
  return inSeriesOrder(
    rows.map((row) => String(row[column] ?? 'unknown')),
    notation,
  )
}

/** A reader of stored values as they are drawn: minor units become whole ones. */
function dividedBy(column: string, notation: Notation) {
  const { divisor } = quantityOf(column, notation)
  return (value: unknown, field: string): number | null => {
    const number = numberOf(value, field)
    return number === null ? null : number / divisor
  }
}

/** Every known value of some marks, bands included. */
export function valuesOf(marks: readonly Mark[]): number[] {
  return marks.flatMap(({ y, low, high }) => [y, low, high]).filter((value) => value != null)
}

/** The width of a bar: most of the least distance between two positions. */
export function barWidth(marks: readonly Mark[], isTime: boolean): number {
  const places = [...new Set(marks.map(({ x }) => x))].sort((a, b) => a - b)
  const gaps = places.slice(1).map((x, i) => x - places[i]!)
  return 0.86 * (gaps.length > 0 ? rangeOf(gaps).low : isTime ? MS_PER_DAY : 1)
}

/** Labels cut to a length, numbered where two would then read alike. */
export function distinct(labels: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return labels.map((label) => {
    const cut = cutText(label, LABEL_LIMIT, FONT_SIZE)
    const count = (seen.get(cut) ?? 0) + 1
    seen.set(cut, count)
    return count === 1 ? cut : `${cut} ${count}`
  })
}
