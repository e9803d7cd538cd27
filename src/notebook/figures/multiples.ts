import { inWords } from '../../format/words.js'
import { keysOf, readSeries, type SeriesFields } from '../series.js'
import type { TableSource } from '../source.js'
import type { Figure } from '../spec.js'
import { cutText } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { describe } from '../words.js'
import { labelRoom, valueTitle } from './axes.js'
import { emptyFigure, framed, legendAbove, WIDTH } from './frame.js'
import { type MarkKind, plotOf } from './plot.js'

export interface MultiplesOptions extends SeriesFields {
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
  readonly xTitle?: string
  readonly yTitle?: string
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
    if (values.length === 0) return emptyFigure(notation)
    const set = { ...own, values, marks: [...own.marks, ...seen.marks] }
    const keys = keysOf(set.marks, 'panel', notation)
    const columns = Math.min(keys.length, options.columns ?? (keys.length === 4 ? 2 : 3))
    const room = labelRoom(set.fields[0]!, set.values, notation)
    const [first, others] = sharedY ? [room, 0] : [0, room]
    const width = Math.floor((WIDTH - 30 - first - GAP * (columns - 1)) / columns) - others
    const names = keys.map((key) => options.labels?.[key] ?? notation.nameOf(key))
    const headers = names.map((name) => cutText(name, width + others + GAP - 12, FONT_SIZE, true))
    const labelExpr = `(${JSON.stringify(headers)})[indexof(${JSON.stringify(keys)}, datum.value)]`
    const look = { title: null, labelLimit: 0, labelAnchor: 'start', labelFontWeight: 'bold' }
    const legend = isNamed ? legendAbove(set.names) : null
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
    return framed(notation, body, describe(kind, set, title, notation, names), title)
  }
}
