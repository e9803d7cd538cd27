import { inWords } from '../../format/words.js'
import { readFields } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { describeSeries } from './describe.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { cellOf, panelGrid } from './grid.js'
import { legendFor } from './legend.js'
import { titleOf } from './lines.js'
import { type MarkKind, markLayers, overhang } from './marks.js'
import { plotSpec, zeroLine } from './plot.js'
import {
  allPositions,
  allValues,
  groupRows,
  type Series,
  type SeriesFields,
  seriesOf,
} from './series.js'
import { valueAxis } from './value-axis.js'
import { xAxis, xValues } from './x-axis.js'

export interface MultiplesOptions extends FigureFrame, SeriesFields {
  /** Column whose values make the panels, e.g. `channel`. */
  readonly facet: string
  /** Default 'line'. */
  readonly mark?: MarkKind
  /** Panels side by side. Default 3, but 2 for two or four panels. */
  readonly columns?: number
  /** All panels have one value axis, so that they compare. Default true. */
  readonly sharedY?: boolean
  readonly xTitle?: string
  readonly yTitle?: string
}

/**
 * One small plot per value of a column, side by side on one horizontal axis.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function multiples(options: MultiplesOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<MultiplesOptions>): VegaLiteSpec {
  const fields = typeof options.y === 'string' ? [options.y] : options.y
  const { mark = 'line', sharedY = true, width = DEFAULT_WIDTH, height = 130, notation } = options
  const panels = readPanels(options, fields)
  const all = panels.flatMap(({ series }) => series)
  const values = [...allValues(all)]
  if (values.length === 0) return emptyFigure(options)
  const axisOf = (shown: Iterable<number>) =>
    valueAxis({ field: fields[0]!, values: shown, title: '', height, notation })
  const shared = axisOf(values)
  const axes = panels.map(({ series }) => (sharedY ? shared : axisOf(allValues(series))))
  const { columns } = options
  const grid = panelGrid(axes, { width, sharedY, ...(columns && { columns }) })
  const x = xValues(readFields(options.data, []), options.x, notation)
  const positions = [...allPositions(all)]
  const axis = xAxis(x, positions, {
    width: grid.cellWidth,
    title: options.xTitle,
    overhang: overhang(x.isTime, positions, mark),
    notation,
  })
  const legend = { legend: panelLegend(options, all), all: distinct(all) }
  const concat = panels.map(({ title, series }, i) => {
    const plot = { ...cellOf(grid, i), x: axis, y: axes[i]!, height }
    return plotSpec(plot, [...zeroLine(plot), ...markLayers(plot, series, mark, legend)], title)
  })
  const { yTitle = titleOf(fields, notation) } = options
  const names = panels.map(({ title }) => title)
  const kind = `Small multiples by ${inWords(options.facet).toLowerCase()}`
  const y = { ...shared, title: yTitle }
  const body = { concat, columns: grid.columns, spacing: grid.gap }
  return framed(options, body, describeSeries(kind, { x: axis, y, values, names }), yTitle)
}

/** One legend for all panels, where each holds several series. */
function panelLegend(options: MultiplesOptions, all: readonly Series[]): VegaLiteSpec | null {
  const series = distinct(all)
  if (!inPanels(options) || series.length === 1) return null
  const symbol = (options.mark ?? 'line') === 'line' ? 'stroke' : 'square'
  return legendFor(series, { width: options.width ?? DEFAULT_WIDTH, above: 12, symbol })
}

interface Panel {
  readonly title: string
  readonly series: readonly Series[]
}

/** Whether each panel holds several series, rather than the one it is named after. */
function inPanels({ series, y }: SeriesFields): boolean {
  return series !== undefined || (typeof y !== 'string' && y.length > 1)
}

function readPanels(options: Noted<MultiplesOptions>, fields: readonly string[]): Panel[] {
  const { x, facet, series, band, labels, notation } = options
  const rows = readFields(options.data, [x, facet, series, ...fields, band?.low, band?.high])
  return groupRows(rows, facet, notation).map(([key, members]) => ({
    title: labels?.[key] ?? notation.nameOf(key),
    series: seriesOf(members, fields, inPanels(options) ? options : { ...options, series: facet })
      .series,
  }))
}

/** Series of all panels, each once. */
function distinct(series: readonly Series[]): Series[] {
  return [...new Map(series.map((one) => [one.label, one])).values()]
}
