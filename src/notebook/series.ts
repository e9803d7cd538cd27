import { epochMs, isDateColumn, isDayValue } from '../format/day.js'
import type { Notation } from '../format/index.js'
import { bareTitle, quantityOf } from '../format/quantity.js'
import { rangeOf } from '../numbers.js'
import { inSeriesOrder, seriesColours } from './palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from './source.js'
import { cutText } from './text-width.js'
import { FONT_SIZE } from './theme.js'

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
  /** The band around the lines, or around that of one column. */
  readonly band?: RangeFields
  /** Names to show, by series. Default: the name in plain words. */
  readonly labels?: Readonly<Record<string, string>>
}

/** Columns of the lower and upper end of a range. */
export interface RangeFields {
  readonly low: string
  readonly high: string
  /** The one column of values that it is around, where there are several. Default: all of them. */
  readonly of?: string
}

/** What a horizontal axis spans: milliseconds of days, else drawn units. */
export interface Span {
  /** Column that the positions come from. */
  readonly field: string
  readonly isTime: boolean
  readonly low: number
  readonly high: number
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
  /** A line over a stack, or what was observed. */
  readonly role?: 'net' | 'seen'
}

export interface SeriesSet {
  readonly x: Span
  readonly marks: readonly Mark[]
  /** By label of the series, in their order. */
  readonly colours: ReadonlyMap<string, string>
  /** The columns of values; the first tells the unit. */
  readonly fields: readonly string[]
  /** Every known value, in drawn units, bands included. */
  readonly values: readonly number[]
}

/**
 * Reads the series that a figure draws; `facet` is the column that tells its panels apart.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function readSeries(
  options: SeriesFields,
  notation: Notation,
  { facet, ...role }: Pick<Mark, 'role'> & { readonly facet?: string } = {},
): SeriesSet {
  const { x, y, series, band, labels } = options
  const fields = [y].flat() as string[]
  const rows = readFields(options.data, [x, ...fields, series, band?.low, band?.high, facet])
  const isTime = isDateColumn(x) || rows.some((row) => isDayValue(row[x]))
  const keys = series === undefined ? fields : keysOf(rows, series, notation)
  const nameOf = series === undefined ? bareTitle : notation.nameOf
  const names = distinct(keys.map((key) => labels?.[key] ?? nameOf(key)))
  const drawn = (row: SourceRow, column: string) => {
    const stored = numberOf(row[column], column)
    return stored === null ? null : stored / quantityOf(column, notation).divisor
  }
  const marks = rows
    .filter((row) => row[x] != null)
    .flatMap((row) => {
      const at = isTime ? epochMs(row[x]) : drawn(row, x)!
      const place = { x: at, ...role, ...(facet && { panel: String(row[facet] ?? 'unknown') }) }
      return fields.map((field, i): Mark => {
        const isRanged = band && (band.of ?? field) === field
        const ends = isRanged && { low: drawn(row, band.low), high: drawn(row, band.high) }
        const rank = series === undefined ? i : keys.indexOf(String(row[series] ?? 'unknown'))
        return { ...place, y: drawn(row, field), ...ends, series: names[rank]!, rank }
      })
    })
    .sort((a, b) => a.x - b.x)
  const span = { field: x, isTime, ...rangeOf(marks.map((mark) => mark.x)) }
  const values = marks.flatMap(({ y, low, high }) => [y, low, high]).filter((one) => one != null)
  const own = seriesColours(keys, notation)
  const colours = new Map(names.map((name, i) => [name, own[i]!]))
  return { x: span, marks, colours, fields, values }
}

/** The values of a naming column, each once, channels in the order of the run. */
export function keysOf(rows: readonly object[], column: string, notation: Notation): string[] {
  const values = rows.map((row) => String((row as SourceRow)[column] ?? 'unknown'))
  return inSeriesOrder(values, notation)
}

/** Labels cut to a length, numbered where two would then read alike. */
function distinct(labels: readonly string[]): string[] {
  const cut = labels.map((label) => cutText(label, LABEL_LIMIT, FONT_SIZE))
  return cut.map((label, i) => {
    const before = cut.slice(0, i).filter((other) => other === label).length
    return before === 0 ? label : `${label} ${before + 1}`
  })
}
