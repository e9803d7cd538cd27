import type { Notation } from '../../format/index.js'
import { bareTitle, quantityOf } from '../../format/quantity.js'
import { sum } from '../../numbers.js'
import { NEUTRAL, seriesColours } from '../palette.js'
import { numberOf, readFields, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { valueTitle } from './axes.js'
import { type BarRow, barRows, labelWithRange, type RangeFields, rangeOfRow } from './bars.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { listNames } from './plot.js'
import { type Look, listOf } from './series.js'

export interface RankedOptions extends FigureFrame {
  readonly data: TableSource
  /** Column that names the bars. */
  readonly category: string
  /** Column of values, or several of one unit whose parts make up each bar. */
  readonly value: string | readonly string[]
  /** Columns of the lower and upper end of an interval around the value, where it rests on simulation. */
  readonly range?: RangeFields
  /** Largest first; false keeps the order of the table. Default true. */
  readonly sort?: boolean
  /** Bars shown at most; the figure says how many there are. Default 20. */
  readonly limit?: number
  readonly valueTitle?: string
  /** Names to show, by category or column. Default: the name in plain words. */
  readonly labels?: Readonly<Record<string, string>>
  /** Colours by category, or by column where bars have parts. */
  readonly colours?: Readonly<Record<string, string>>
}

interface Entry {
  readonly key: string
  readonly values: readonly number[]
  readonly total: number
  readonly range?: BarRow['range']
}

/**
 * Horizontal bars with their values written out, largest first. Several value columns make parts of
 * one bar; their sum is written at its end.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function ranked(options: RankedOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<RankedOptions>): VegaLiteSpec {
  const { limit = 20, sort = true, width = DEFAULT_WIDTH, labels, notation } = options
  const fields = listOf(options.value)
  const entries = readEntries(options, fields)
  if (entries.length === 0) return emptyFigure(options)
  if (sort) entries.sort((a, b) => b.total - a.total)
  const shown = entries.slice(0, limit)
  const hasParts = fields.length > 1
  const looks = hasParts
    ? partLooks(fields, options)
    : shown.map(({ key }) => ownLook(key, options))
  const { label } = quantityOf(fields[0]!, notation)
  const bars = shown.map((entry, i) => ({
    name: labels?.[entry.key] ?? notation.nameOf(entry.key),
    pieces: piecesOf(entry, hasParts ? looks : [looks[i]!]),
    label: labelWithRange(entry.total, entry.range, label),
    ...(entry.range ? { range: entry.range } : {}),
  }))
  const title = options.valueTitle ?? valueTitle(fields, notation)
  const subtitle = [title, cutNote(shown.length, entries.length, notation)]
    .filter(Boolean)
    .join(', ')
  const named = bars.map(({ name, label }) => `${name} ${label}`)
  const words = `Horizontal bars. ${subtitle}. ${listNames(named, 'bar')}.`
  return framed(options, barRows(bars, { width, looks, legend: hasParts }), words, subtitle)
}

function readEntries(options: RankedOptions, fields: readonly string[]): Entry[] {
  const { data, category, range } = options
  return readFields(data, [category, ...fields, range?.low, range?.high]).map((row) => {
    const values = fields.map((field) => numberOf(row[field], field) ?? 0)
    const ends = rangeOfRow(row, range)
    const entry = { key: String(row[category] ?? 'unknown'), values, total: sum(values) }
    return { ...entry, ...(ends && { range: ends }) }
  })
}

function partLooks(fields: readonly string[], options: Noted<RankedOptions>): Look[] {
  const colours = seriesColours(fields, options)
  return fields.map((key, i) => ({
    key,
    label: options.labels?.[key] ?? bareTitle(key),
    colour: colours[i]!,
  }))
}

/** A channel wears its own colour, other bars all the same. */
function ownLook(key: string, { colours, notation }: Noted<RankedOptions>): Look {
  const channel = notation.channels.find(({ id }) => id === key)
  return { key, label: key, colour: colours?.[key] ?? channel?.colour ?? NEUTRAL }
}

/** Parts side by side: positive ones to the right of zero, negative ones to the left. */
function piecesOf({ values }: Entry, looks: readonly Look[]) {
  let [right, left] = [0, 0]
  return values.map((value, part) => {
    const from = value < 0 ? left : right
    if (value < 0) left += value
    else right += value
    return { from, to: from + value, series: looks[part]!.label }
  })
}

function cutNote(shown: number, all: number, { number }: Notation): string {
  return shown < all ? `the first ${shown} of ${number(all)}` : ''
}
