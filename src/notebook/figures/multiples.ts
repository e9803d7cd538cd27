import { inWords } from '../../format/words.js'
import { readFields, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { labelRoom, valueTitle } from './axes.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed, legendAbove } from './frame.js'
import { colourOf, describe, type MarkKind, plotOf } from './plot.js'
import {
  distinct,
  keysOf,
  listOf,
  readSeries,
  type SeriesFields,
  type SeriesSet,
  valuesOf,
} from './series.js'

export interface MultiplesOptions extends FigureFrame, SeriesFields {
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
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<MultiplesOptions>): VegaLiteSpec {
  const { facet, mark = 'line', width = DEFAULT_WIDTH, height = 130, notation } = options
  const isNamed = options.series !== undefined || listOf(options.y).length > 1
  const fields = isNamed ? options : { ...options, series: facet }
  const set = readSeries(fields, facet)
  const points = options.points ? readSeries({ ...fields, data: options.points }, facet).marks : []
  const values = valuesOf([...set.marks, ...points])
  if (values.length === 0) return emptyFigure(options)
  const { labels, labelOf } = panelNames(options)
  const named = (marks: SeriesSet['marks']) =>
    marks.map((one) => ({ ...one, panel: labelOf.get(one.panel!)! }))
  const room = labelRoom(set.fields[0]!, values, notation)
  const grid = panelGrid(labels.length, { ...options, width, room })
  const color = colourOf(set.looks, mark)
  const legend =
    isNamed && color.legend ? { ...color.legend, ...legendAbove(set.looks, width) } : null
  const hasBand = options.band !== undefined
  const drawn = { mark, height, width: grid.width, color: { ...color, legend }, hasBand }
  const all = { ...set, marks: named(set.marks) }
  const { data, ...spec } = plotOf(all, { ...options, ...drawn, points: named(points), events: [] })
  const header = {
    title: null,
    labelLimit: grid.width + GAP - 6,
    labelAnchor: 'start',
    labelFontWeight: 'bold',
  }
  const body = {
    data,
    facet: { field: 'panel', type: 'nominal', sort: labels, header },
    columns: grid.columns,
    spacing: GAP,
    spec: { ...spec, width: grid.width },
    resolve: { axis: { x: 'independent' }, scale: scalesOf(options) },
  }
  const title = options.yTitle ?? valueTitle(set.fields, notation)
  const looks = labels.map((label) => ({ key: label, label, colour: '' }))
  const kind = `Small multiples by ${inWords(facet).toLowerCase()}`
  return framed(options, body, describe(kind, { ...set, looks }, { title, notation }), title)
}

function scalesOf({ sharedX = true, sharedY = true }: MultiplesOptions): VegaLiteSpec {
  const kindOf = (isShared: boolean) => (isShared ? 'shared' : 'independent')
  return { x: kindOf(sharedX), y: kindOf(sharedY) }
}

function panelNames({ data, points = [], facet, labels, notation }: Noted<MultiplesOptions>) {
  const rows = [data, points].flatMap((source) => readFields(source, [facet]))
  const keys = keysOf(rows, facet, notation)
  const names = distinct(keys.map((key) => labels?.[key] ?? notation.nameOf(key)))
  return { labels: names, labelOf: new Map(keys.map((key, i) => [key, names[i]!])) }
}

/** Divides a width among panels, each with room for the labels of its value axis. */
function panelGrid(
  count: number,
  options: { width: number; room: number; columns?: number; sharedY?: boolean },
) {
  const columns = Math.max(1, Math.min(count, options.columns ?? (count === 4 ? 2 : 3)))
  const labels = options.room * ((options.sharedY ?? true) ? 1 : columns)
  const width = Math.floor((options.width - labels - GAP * (columns - 1) - 30) / columns)
  return { columns, width }
}
