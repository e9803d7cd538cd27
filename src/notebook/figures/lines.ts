import type { Notation } from '../../format/index.js'
import { INK } from '../palette.js'
import { readSeries, type SeriesFields, type SeriesSet } from '../series.js'
import type { Figure } from '../spec.js'
import { describe, emptyFigure, framed, ONE_PLOT, WIDTH } from './frame.js'
import { type PlotNames, type PlotOptions, plotOf, valueTitle } from './plot.js'

export interface LinesOptions extends SeriesFields, PlotNames {}

/**
 * Lines over days or over a plain number, named beside the plot; with a band around them and events
 * marked when given. A day without a value breaks the line.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function lines(options: LinesOptions): Figure {
  return (notation) =>
    onePlot('Lines', readSeries(options, notation), { ...options, mark: 'line' }, notation)
}

export interface StackedOptions extends Omit<LinesOptions, 'band'> {
  /** Areas suit days, bars suit months. Default 'area'. */
  readonly mark?: 'area' | 'bar'
  /** A column to draw as a line over the stack, e.g. what remains. A long table repeats it in every row of a position. */
  readonly net?: string
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
    const over = [...line.colours.keys()].map((name) => [name, INK] as const)
    const colours = new Map([...[...set.colours].reverse(), ...over])
    const all = { ...set, marks: [...set.marks, ...line.marks], colours }
    return onePlot('Stacked parts', all, { ...options, mark, isStacked: true }, notation)
  }
}

/** A figure of one plot over its whole width. */
function onePlot(kind: string, set: SeriesSet, options: PlotOptions, notation: Notation) {
  if (set.values.length === 0) return emptyFigure(notation)
  const body = { ...ONE_PLOT, height: 260, ...plotOf(set, WIDTH, options, notation) }
  const title = options.yTitle ?? valueTitle(set.fields, notation)
  return framed(notation, body, describe(kind, set, title, notation), title)
}
