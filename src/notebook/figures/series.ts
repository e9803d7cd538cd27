import type { Notation } from '../../format/index.js'
import { bareTitle } from '../../format/quantity.js'
import { inSeriesOrder, seriesColours } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Noted } from '../spec.js'
import { cutText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { type XValues, xValues } from './x-axis.js'

const LABEL_LIMIT = 240

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

/** One value of a series, in stored units; null where nothing is known. */
export interface Point {
  readonly x: number
  readonly y: number | null
  readonly low: number | null
  readonly high: number | null
}

/** One series, in the order of its horizontal axis. */
export interface Series {
  readonly key: string
  readonly label: string
  readonly colour: string
  readonly points: readonly Point[]
}

export interface SeriesSet {
  readonly x: XValues
  readonly series: readonly Series[]
  /** The columns of values; the first tells the unit. */
  readonly fields: readonly string[]
}

/**
 * Reads the series that a figure draws.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function readSeries(options: Noted<SeriesFields>): SeriesSet {
  const fields = typeof options.y === 'string' ? [options.y] : options.y
  const band = [options.band?.low, options.band?.high]
  const rows = readFields(options.data, [options.x, ...fields, options.series, ...band])
  return seriesOf(rows, fields, options)
}

/** The same of rows that were read before. */
export function seriesOf(
  rows: readonly SourceRow[],
  fields: readonly string[],
  options: Noted<SeriesFields>,
): SeriesSet {
  const { series: name, notation } = options
  const x = xValues(rows, options.x, notation)
  const groups: readonly Group[] =
    name === undefined
      ? fields.map((field) => ({ key: field, field, rows }))
      : groupRows(rows, name, notation).map(([key, members]) => ({
          key,
          field: fields[0]!,
          rows: members,
        }))
  const colours = seriesColours(
    groups.map(({ key }) => key),
    options,
  )
  const labels = distinctLabels(
    groups.map(({ key }) => {
      return options.labels?.[key] ?? (name === undefined ? bareTitle(key) : notation.nameOf(key))
    }),
  )
  const series = groups.map(({ key, field, rows: members }, i) => ({
    key,
    label: labels[i]!,
    colour: colours[i]!,
    points: readPoints(members, x, field, options.band),
  }))
  return { x, series, fields }
}

/** Labels cut to a length, numbered where two would then read alike. */
function distinctLabels(labels: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return labels.map((label) => {
    const cut = cutText(label, LABEL_LIMIT, FONT_SIZE)
    const count = (seen.get(cut) ?? 0) + 1
    seen.set(cut, count)
    return count === 1 ? cut : `${cut} ${count}`
  })
}

interface Group {
  readonly key: string
  readonly field: string
  readonly rows: readonly SourceRow[]
}

/** Rows by the value of a column, channels in the order of the run. */
export function groupRows(
  rows: readonly SourceRow[],
  column: string,
  notation: Notation,
): [key: string, rows: SourceRow[]][] {
  const groups = new Map<string, SourceRow[]>()
  for (const row of rows) {
    const key = String(row[column] ?? 'unknown')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return inSeriesOrder(groups.keys(), notation).map((key) => [key, groups.get(key)!])
}

/** Rows without a position, such as the default members of a calendar, are left out. */
function readPoints(
  rows: readonly SourceRow[],
  x: XValues,
  field: string,
  band: SeriesFields['band'],
): Point[] {
  const placed = rows.filter((row) => row[x.field] !== null && row[x.field] !== undefined)
  const points = placed.map((row) => ({
    x: x.of(row),
    y: numberOf(row[field], field),
    low: band ? numberOf(row[band.low], band.low) : null,
    high: band ? numberOf(row[band.high], band.high) : null,
  }))
  return points.sort((a, b) => a.x - b.x)
}

/** Every known value of some series, bands included. */
export function* allValues(series: readonly Series[]): Generator<number> {
  for (const { points } of series) {
    for (const { y, low, high } of points) {
      if (y !== null) yield y
      if (low !== null) yield low
      if (high !== null) yield high
    }
  }
}

/** Every position of some series. */
export function* allPositions(series: readonly Series[]): Generator<number> {
  for (const { points } of series) for (const { x } of points) yield x
}

/** A stored value as it is drawn: minor units become whole ones. */
export function scaled(value: number | null, divisor: number): number | null {
  return value === null ? null : value / divisor
}
