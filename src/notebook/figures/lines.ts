import type { Notation } from '../../format/index.js'
import { INK } from '../palette.js'
import { readSeries, type SeriesFields, type SeriesSet } from '../series.js'
import type { Figure, VegaLiteSpec } from '../spec.js'
import { describe } from '../words.js'
import { valueTitle } from './axes.js'
import { emptyFigure, framed, ONE_PLOT, WIDTH } from './frame.js'
import { type FigureEvent, type PlotOptions, plotOf } from './plot.js'

export interface LinesOptions extends SeriesFields {
  /** Days to mark, e.g. Black Friday. */
  readonly events?: readonly FigureEvent[]
  readonly xTitle?: string
  /** Default: the column in words with its unit. */
  readonly yTitle?: string
}

/**
 * Lines over days or over a plain number, named beside the plot in the order of their ends; with a
 * band around them and events marked when given. A day without a value breaks the line.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function lines(options: LinesOptions): Figure {
  return (notation) => {
    const set = readSeries(options, notation)
    return onePlot('Lines', byLastValue(set), { ...options, mark: 'line' }, notation)
  }
}

/** The line that ends highest first, as the eye meets them at the right. */
function byLastValue(set: SeriesSet): SeriesSet {
  const endOf = (rank: number) =>
    set.marks.findLast((mark) => mark.rank === rank && mark.y !== null)?.y ?? 0
  const ranks = [...set.names.keys()].sort((a, b) => endOf(b) - endOf(a))
  const [names, colours] = [set.names, set.colours].map((all) => ranks.map((rank) => all[rank]!))
  return { ...set, names: names!, colours: colours! }
}

export interface StackedOptions extends Omit<SeriesFields, 'band'> {
  /** Areas suit days, bars suit months. Default 'area'. */
  readonly mark?: 'area' | 'bar'
  /** A column to draw as a line over the stack, e.g. what remains. A long table repeats it in every row of a position. */
  readonly net?: string
  readonly events?: readonly FigureEvent[]
}

/**
 * Parts stacked over days: positive parts up from zero, negative parts down from it. Where a part
 * has no row it counts as zero.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function stacked(options: StackedOptions): Figure {
  return (notation) => {
    const { mark = 'area', net, series: _, ...wide } = options
    const set = readSeries(options, notation)
    const line = readSeries({ ...wide, y: net ?? [] }, notation, { role: 'net' })
    const once = line.marks.filter((one, i) => one.x !== line.marks[i - 1]?.x)
    const names = [...[...set.names].reverse(), ...line.names]
    const colours = [...[...set.colours].reverse(), ...line.names.map(() => INK)]
    const all = { ...set, marks: [...set.marks, ...once], names, colours }
    return onePlot('Stacked parts', all, { ...options, mark, isStacked: true }, notation)
  }
}

/** A figure of one plot over its whole width. */
function onePlot(
  kind: string,
  set: SeriesSet,
  options: PlotOptions & { readonly yTitle?: string },
  notation: Notation,
): VegaLiteSpec {
  if (set.values.length === 0) return emptyFigure(notation)
  const body = { ...ONE_PLOT, height: 260, ...plotOf(set, WIDTH, options, notation) }
  const title = options.yTitle ?? valueTitle(set.fields, notation)
  return framed(notation, body, describe(kind, set, title, notation), title)
}
