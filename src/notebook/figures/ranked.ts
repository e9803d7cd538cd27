import type { Notation } from '../../format/index.js'
import { bareTitle, quantityOf } from '../../format/quantity.js'
import { sum } from '../../numbers.js'
import { seriesColours } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { type BarPiece, type BarRow, barRows } from './bars.js'
import { listNames } from './describe.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { legendFor } from './legend.js'
import { titleOf } from './lines.js'

export interface RankedOptions extends FigureFrame {
  readonly data: TableSource
  /** Column that names the bars. */
  readonly category: string
  /** Column of values, or several of one unit whose parts make up each bar. */
  readonly value: string | readonly string[]
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
}

const ONE_COLOUR = '#3f6d9e'

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
  const { data, category, value, limit = 20, sort = true, width = DEFAULT_WIDTH } = options
  const { notation } = options
  const fields = typeof value === 'string' ? [value] : value
  const rows = readFields(data, [category, ...fields])
  const entries = readEntries(rows, category, fields)
  if (entries.length === 0) return emptyFigure(options)
  if (sort) entries.sort((a, b) => b.total - a.total)
  const shown = entries.slice(0, limit)
  const looks = partLooks(fields, options)
  const { label } = quantityOf(fields[0]!, notation)
  const bars = shown.map((entry) => ({
    name: options.labels?.[entry.key] ?? notation.nameOf(entry.key),
    pieces: piecesOf(entry, looks ?? [ownLook(entry.key, options)]),
    label: label(entry.total),
    side: entry.total < 0 ? ('left' as const) : ('right' as const),
  }))
  const { valueTitle = titleOf(fields, notation) } = options
  const subtitle = [valueTitle, cutNote(shown.length, entries.length, notation)]
    .filter(Boolean)
    .join(', ')
  const body = barRows(bars, { width, legend: looks && legendFor(looks, { width }) })
  return framed(options, body, describe(bars, subtitle), subtitle)
}

function readEntries(
  rows: readonly SourceRow[],
  category: string,
  fields: readonly string[],
): Entry[] {
  return rows.map((row) => {
    const values = fields.map((field) => numberOf(row[field], field) ?? 0)
    const total = sum(values)
    return { key: String(row[category] ?? 'unknown'), values, total }
  })
}

interface Look {
  readonly label: string
  readonly colour: string
}

/** Name and colour of each part, or null where bars have no parts. */
function partLooks(fields: readonly string[], options: Noted<RankedOptions>): Look[] | null {
  if (fields.length === 1) return null
  const colours = seriesColours(fields, options)
  return fields.map((field, i) => ({
    label: options.labels?.[field] ?? bareTitle(field),
    colour: colours[i]!,
  }))
}

/** A channel wears its own colour, other bars all the same. */
function ownLook(key: string, { colours, notation }: Noted<RankedOptions>): Look {
  const channel = notation.channels.find(({ id }) => id === key)
  const colour = colours?.[key] ?? channel?.colour ?? ONE_COLOUR
  return { label: colour, colour }
}

/** Parts side by side: positive ones to the right of zero, negative ones to the left. */
function piecesOf({ values }: Entry, looks: readonly Look[]): BarPiece[] {
  let [right, left] = [0, 0]
  return values.map((value, part) => {
    const from = value < 0 ? left : right
    if (value < 0) left += value
    else right += value
    const { label, colour } = looks[part]!
    return { from, to: from + value, series: label, colour }
  })
}

function cutNote(shown: number, all: number, { number }: Notation): string {
  return shown < all ? `the first ${shown} of ${number(all)}` : ''
}

function describe(bars: readonly BarRow[], subtitle: string): string {
  const named = bars.map(({ name, label }) => `${name} ${label}`)
  return `Horizontal bars. ${subtitle}. ${listNames(named, 'bar')}.`
}
