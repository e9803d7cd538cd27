import { type RangeFields, readSeries } from '../series.js'
import type { TableSource } from '../source.js'
import type { Figure } from '../spec.js'
import { describe } from '../words.js'
import { labelRoom, valueTitle } from './axes.js'
import { emptyFigure, framed, legendAbove, WIDTH } from './frame.js'
import { type FigureEvent, type MarkKind, plotOf } from './plot.js'

/** One panel of a decomposition. */
export interface PanelOptions {
  /** Column of values, or several of one unit. */
  readonly y: string | readonly string[]
  /** Default 'line'. */
  readonly mark?: MarkKind
  readonly band?: RangeFields
  /** What the panel shows; its unit is added. Default: the column in words. */
  readonly title?: string
  /** Height of the plot in pixels. Default: that of the figure, 90. */
  readonly height?: number
}

export interface PanelsOptions {
  readonly data: TableSource
  /** Column of the horizontal axis that all panels share. */
  readonly x: string
  readonly panels: readonly PanelOptions[]
  readonly events?: readonly FigureEvent[]
  readonly labels?: Readonly<Record<string, string>>
  readonly height?: number
}

/**
 * Plots stacked on one horizontal axis: the parts of a decomposition, or daily amounts above
 * their running sum. Rows are those of a wide table, one per position.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function panels(options: PanelsOptions): Figure {
  return (notation) => {
    const sets = options.panels.map(({ title, ...fields }) => {
      const set = readSeries({ ...options, ...fields }, notation)
      const room = labelRoom(set.fields[0]!, set.values, notation)
      return { set, room, title: valueTitle(set.fields, notation, title) }
    })
    if (sets.every(({ set }) => set.values.length === 0)) return emptyFigure(notation)
    const width = WIDTH - 30 - Math.max(...sets.map(({ room }) => room))
    const vconcat = sets.map(({ set, title }, i) => {
      const { mark = 'line', height = options.height ?? 90 } = options.panels[i]!
      const eventRows = i === 0 ? (1 as const) : (0 as const)
      const beside = { namesX: i === sets.length - 1, eventRows, legend: legendAbove(set.names) }
      const plot = plotOf(set, width, { mark, events: options.events, ...beside }, notation)
      const named = { text: title, frame: 'group', fontSize: 12, offset: 4 }
      return { title: named, width, height, ...plot }
    })
    const words = sets.map(({ set, title }, i) => describe(`Panel ${i + 1}`, set, title, notation))
    const resolve = { scale: { x: 'shared', color: 'independent' } }
    return framed(notation, { vconcat, spacing: 10, resolve }, words.join(' '))
  }
}
