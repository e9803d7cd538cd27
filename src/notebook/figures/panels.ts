import { inWords } from '../../format/words.js'
import { keysOf, readSeries, type SeriesFields } from '../series.js'
import type { TableSource } from '../source.js'
import type { Figure } from '../spec.js'
import { cutText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { describe, emptyFigure, framed, listNames, WIDTH } from './frame.js'
import { labelRoom, type MarkKind, type PlotNames, plotOf, valueTitle } from './plot.js'

export interface MultiplesOptions extends SeriesFields, PlotNames {
  /** Column whose values make the panels, e.g. `channel`. */
  readonly facet: string
  /** Default 'line'. */
  readonly mark?: MarkKind
  /** What was observed, drawn as points beside the line: same columns as the data. */
  readonly points?: TableSource
  /** Panels side by side. Default 3, but 2 for two or four panels. */
  readonly columns?: number
  /** All panels have one horizontal axis. Default true. */
  readonly sharedX?: boolean
  /** All panels have one value axis, so that they compare. Default true. */
  readonly sharedY?: boolean
}

const GAP = 24

/**
 * One small plot per value of a column, side by side: lines, bars, or curves with what was observed.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function multiples(options: MultiplesOptions): Figure {
  return (notation) => {
    const { facet, mark = 'line', points = [], sharedX = true, sharedY = true } = options
    const isNamed = options.series !== undefined || typeof options.y !== 'string'
    const fields = isNamed ? options : { ...options, series: facet }
    const own = readSeries(fields, notation, { facet })
    const seen = readSeries({ ...fields, data: points }, notation, { facet, role: 'seen' })
    const values = [...own.values, ...seen.values]
    const set = { ...own, values, marks: [...own.marks, ...seen.marks] }
    if (values.length === 0) return emptyFigure(notation)
    const keys = keysOf(set.marks, 'panel', notation)
    const columns = Math.min(keys.length, options.columns ?? (keys.length === 4 ? 2 : 3))
    const room = labelRoom(set, notation)
    const between = sharedY ? GAP : GAP + room
    const width = Math.floor((WIDTH - 30 - room - between * (columns - 1)) / columns)
    const names = keys.map((key) => options.labels?.[key] ?? notation.nameOf(key))
    const headers = names.map((name) => cutText(name, width + between - 12, FONT_SIZE, true))
    const labelExpr = `(${JSON.stringify(headers)})[indexof(${JSON.stringify(keys)}, datum.value)]`
    const look = { title: null, labelLimit: 0, labelAnchor: 'start', labelFontWeight: 'bold' }
    const legend = isNamed ? 'top' : 'none'
    const { data, ...plot } = plotOf(set, width, { ...options, mark, legend }, notation)
    const kindOf = (isShared: boolean) => (isShared ? 'shared' : 'independent')
    const body = {
      data,
      facet: { field: 'panel', type: 'nominal', sort: keys, header: { labelExpr, ...look } },
      columns,
      spacing: GAP,
      spec: { ...plot, width, height: 130 },
      resolve: { axis: { x: 'independent' }, scale: { x: kindOf(sharedX), y: kindOf(sharedY) } },
    }
    const title = options.yTitle ?? valueTitle(set.fields, notation)
    const kind = `Small multiples by ${inWords(facet).toLowerCase()}`
    const shown = isNamed ? ` ${listNames(names, 'panel')}.` : ''
    return framed(notation, body, `${describe(kind, set, title, notation)}${shown}`, title)
  }
}

/** One panel of a decomposition: values of one unit. */
export interface PanelOptions extends Pick<SeriesFields, 'y' | 'band'> {
  /** Default 'line'. */
  readonly mark?: MarkKind
  /** What the panel shows; its unit is added. Default: the column in words. */
  readonly title?: string
  /** Height of the plot in pixels. Default 90. */
  readonly height?: number
}

export interface PanelsOptions
  extends Pick<SeriesFields, 'data' | 'x' | 'labels'>,
    Pick<PlotNames, 'events'> {
  readonly panels: readonly PanelOptions[]
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
      return { set, room: labelRoom(set, notation), title: valueTitle(set.fields, notation, title) }
    })
    if (sets.every(({ set }) => set.values.length === 0)) return emptyFigure(notation)
    const width = WIDTH - 30 - Math.max(...sets.map(({ room }) => room))
    const vconcat = sets.map(({ set, title }, i) => {
      const { mark = 'line', height = 90 } = options.panels[i]!
      const named = { events: i === 0, x: i === sets.length - 1 }
      const look = { text: title, frame: 'group', fontSize: 12, offset: 4 }
      const plot = plotOf(set, width, { ...options, mark, legend: 'top', named }, notation)
      return { title: look, width, height, ...plot }
    })
    const words = sets.map(({ set, title }, i) => describe(`Panel ${i + 1}`, set, title, notation))
    const resolve = { scale: { x: 'shared', color: 'independent' } }
    return framed(notation, { vconcat, spacing: 10, resolve }, words.join(' '))
  }
}
