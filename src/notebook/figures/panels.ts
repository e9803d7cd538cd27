import type { TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { labelRoom, valueTitle } from './axes.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed, legendRoom } from './frame.js'
import { describe, type FigureEvent, type MarkKind, plotOf } from './plot.js'
import { readSeries, valuesOf } from './series.js'

/** One panel of a decomposition. */
export interface PanelOptions {
  /** Column of values, or several of one unit. */
  readonly y: string | readonly string[]
  /** Default 'line'. */
  readonly mark?: MarkKind
  /** What the panel shows; its unit is added. Default: the column in words. */
  readonly title?: string
  /** The value axis starts at zero. Default true. */
  readonly zero?: boolean
  /** Height of the plot in pixels. Default: that of the figure, 90. */
  readonly height?: number
}

export interface PanelsOptions extends FigureFrame {
  readonly data: TableSource
  /** Column of the horizontal axis that all panels share. */
  readonly x: string
  readonly panels: readonly PanelOptions[]
  readonly events?: readonly FigureEvent[]
  readonly labels?: Readonly<Record<string, string>>
  readonly colours?: Readonly<Record<string, string>>
  readonly xTitle?: string
}

/**
 * Plots stacked on one horizontal axis: the parts of a decomposition, or daily amounts above
 * their running sum. Rows are those of a wide table, one per position.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function panels(options: PanelsOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<PanelsOptions>): VegaLiteSpec {
  const { width = DEFAULT_WIDTH, height = 90, events, xTitle, notation } = options
  const sets = options.panels.map(({ y }) => readSeries({ ...options, y }))
  if (sets.every(({ marks }) => valuesOf(marks).length === 0)) return emptyFigure(options)
  const rooms = sets.map(({ fields, marks }) => labelRoom(fields[0]!, valuesOf(marks), notation))
  const left = Math.max(...rooms)
  const legend = Math.max(...sets.map(({ looks }) => legendRoom(looks)))
  const plotWidth = width - left - legend - 30
  const vconcat = sets.map((set, i) => {
    const { mark = 'line', title, ...own } = options.panels[i]!
    const names = {
      namesX: i === sets.length - 1,
      eventRows: i === 0 ? (1 as const) : (0 as const),
    }
    const size = { width: plotWidth, left, height, ...own }
    const plot = plotOf(set, { mark, ...size, ...names, events, xTitle, notation })
    const text = valueTitle(set.fields, notation, title)
    return { title: { text, fontSize: 12, offset: 4 }, width: plotWidth, ...plot }
  })
  const words = sets.map((set, i) => {
    const title = valueTitle(set.fields, notation, options.panels[i]!.title)
    return describe(`Panel ${i + 1}`, set, { title, notation })
  })
  const resolve = { scale: { x: 'shared', color: 'independent' } }
  return framed(options, { vconcat, spacing: 10, resolve }, words.join(' '))
}
