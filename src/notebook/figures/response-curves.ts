import { axisTitle, quantityOf } from '../../format/quantity.js'
import { counted } from '../../format/words.js'
import { seriesColours } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { listNames } from './describe.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { cellOf, panelGrid } from './grid.js'
import { type Plot, plotSpec, xChannel, yChannel } from './plot.js'
import { groupRows } from './series.js'
import { valueAxis } from './value-axis.js'
import { xAxis } from './x-axis.js'

export interface ResponseCurvesOptions extends FigureFrame {
  /** The curve, as rows of positions along it. */
  readonly curve: TableSource
  /** What was observed, e.g. one row per day; same columns as the curve. */
  readonly points: TableSource
  /** Column of what goes in, e.g. `exposure`. */
  readonly x: string
  /** Column of what comes out, e.g. `clicks`. */
  readonly y: string
  /** Column whose values make the panels, e.g. `channel`. Default: one panel. */
  readonly series?: string
  readonly xTitle?: string
  readonly yTitle?: string
  /** Points drawn at most in a panel, evenly spaced along the axis. Default 200. */
  readonly maxPoints?: number
}

interface Pair {
  readonly x: number
  readonly y: number
}

interface PanelData {
  readonly title: string
  readonly colour: string
  readonly curve: readonly Pair[]
  readonly points: readonly Pair[]
}

const CURVE_COLOUR = '#1f2328'

/**
 * A response curve as a line with the observed days as points, one panel per series, each with
 * axes of its own: saturation, say.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function responseCurves(options: ResponseCurvesOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<ResponseCurvesOptions>): VegaLiteSpec {
  const { width = DEFAULT_WIDTH, height = 150, x, y, notation } = options
  const panels = readPanels(options)
  if (panels.length === 0) return emptyFigure(options)
  const axes = panels.map(({ curve, points }) => {
    const values = [...curve, ...points].map((pair) => pair.y * quantityOf(y, notation).divisor)
    return valueAxis({ field: y, values, title: '', height, notation })
  })
  const grid = panelGrid(axes, { width, sharedY: false })
  const { xTitle = axisTitle(x, notation), yTitle = axisTitle(y, notation) } = options
  const concat = panels.map(({ title, colour, curve, points }, i) => {
    const positions = [...curve, ...points].map((pair) => pair.x)
    const field = { isTime: false, field: x, of: () => 0 }
    const width = grid.cellWidth
    const axis = xAxis(field, [0, ...positions], { width, title: xTitle, notation })
    const cell = { ...cellOf(grid, i), showX: true }
    const plot: Plot = { ...cell, x: axis, y: axes[i]!, height }
    const layers = [pointLayer(plot, points, colour), curveLayer(plot, curve)]
    return plotSpec(plot, layers, panels.length > 1 ? title : undefined)
  })
  const names = panels.map(({ title, points }) =>
    `${title} ${counted(points.length, 'point')}`.trim(),
  )
  const description = `Response curves with observed points: ${yTitle} by ${xTitle}. ${listNames(names, 'panel')}.`
  const body = { concat, columns: grid.columns, spacing: grid.gap }
  return framed(options, body, description, yTitle)
}

function readPanels(options: Noted<ResponseCurvesOptions>): PanelData[] {
  const { x, y, series, maxPoints = 200, notation } = options
  const split = (source: TableSource) => {
    const rows = readFields(source, [x, y, series])
    return series === undefined ? new Map([['', rows]]) : new Map(groupRows(rows, series, notation))
  }
  const [curves, observed] = [split(options.curve), split(options.points)]
  const keys = [...curves.keys()]
  const colours = seriesColours(keys, { notation })
  return keys
    .map((key, i) => ({
      title: notation.nameOf(key),
      colour: colours[i]!,
      curve: readPairs(curves.get(key) ?? [], options),
      points: thinned(readPairs(observed.get(key) ?? [], options), maxPoints),
    }))
    .filter(({ curve, points }) => curve.length + points.length > 0)
}

/** Known pairs in the order of x, in drawn units. */
function readPairs(
  rows: readonly SourceRow[],
  { x: xField, y: yField, notation }: Noted<ResponseCurvesOptions>,
): Pair[] {
  const divisorOf = (field: string) => quantityOf(field, notation).divisor
  const [xDivisor, yDivisor] = [divisorOf(xField), divisorOf(yField)]
  return rows
    .flatMap((row) => {
      const [x, y] = [numberOf(row[xField], xField), numberOf(row[yField], yField)]
      return x === null || y === null ? [] : [{ x: x / xDivisor, y: y / yDivisor }]
    })
    .sort((a, b) => a.x - b.x)
}

function thinned(pairs: readonly Pair[], most: number): readonly Pair[] {
  if (pairs.length <= most) return pairs
  const every = (pairs.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => pairs[Math.round(i * every)]!)
}

function pointLayer(plot: Plot, points: readonly Pair[], colour: string): VegaLiteSpec {
  return {
    data: { values: points },
    mark: { type: 'circle', color: colour, size: 14, opacity: 0.45 },
    encoding: { x: xChannel(plot), y: yChannel(plot) },
  }
}

function curveLayer(plot: Plot, curve: readonly Pair[]): VegaLiteSpec {
  return {
    data: { values: curve },
    mark: { type: 'line', color: CURVE_COLOUR, strokeWidth: 1.5 },
    encoding: { x: xChannel(plot), y: yChannel(plot) },
  }
}
