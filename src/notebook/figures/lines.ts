import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { valueTitle } from './axes.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed, onePlot } from './frame.js'
import { colourOf, describe, type FigureEvent, plotOf } from './plot.js'
import { readSeries, type SeriesFields, type SeriesSet, valuesOf } from './series.js'

export interface LinesOptions extends FigureFrame, SeriesFields {
  /** Days to mark, e.g. Black Friday. */
  readonly events?: readonly FigureEvent[]
  readonly xTitle?: string
  /** Default: the column in words with its unit. */
  readonly yTitle?: string
  /** The value axis starts at zero. Default true. */
  readonly zero?: boolean
}

/**
 * Lines over days or over a plain number, named beside the plot in the order of their ends; with a
 * band around them and events marked when given. A day without a value breaks the line.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function lines(options: LinesOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<LinesOptions>): VegaLiteSpec {
  const set = readSeries(options)
  if (valuesOf(set.marks).length === 0) return emptyFigure(options)
  const { width = DEFAULT_WIDTH, height = 260, yTitle, notation } = options
  const color = colourOf(byLastValue(set), 'line')
  const hasBand = options.band !== undefined
  const plot = plotOf(set, { ...options, mark: 'line', width, height, color, hasBand })
  const title = yTitle ?? valueTitle(set.fields, notation)
  const words = describe('Lines', set, { title, notation })
  return framed(options, { ...onePlot(width), ...plot }, words, title)
}

/** The line that ends highest first, as the eye meets them at the right. */
function byLastValue({ looks, marks }: SeriesSet): SeriesSet['looks'] {
  const endOf = (label: string) =>
    marks.findLast(({ series, y }) => series === label && y !== null)?.y ?? 0
  return [...looks].sort((a, b) => endOf(b.label) - endOf(a.label))
}
