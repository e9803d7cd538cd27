import type { Notation } from '../../format/index.js'
import { quantityOf, withUnit } from '../../format/quantity.js'
import type { TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { describeSeries } from './describe.js'
import { endLabels, endLabelWidth } from './end-labels.js'
import { eventMarks, type FigureEvent } from './events.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { titleOf } from './lines.js'
import { type MarkKind, markLayers, overhang } from './marks.js'
import { leftOf, type Plot, plotSpec, zeroLine } from './plot.js'
import { allPositions, allValues, readSeries, type Series } from './series.js'
import { type ValueAxis, valueAxis } from './value-axis.js'
import { type XAxis, type XValues, xAxis } from './x-axis.js'

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

interface PanelData {
  readonly options: PanelOptions
  readonly series: readonly Series[]
  readonly y: ValueAxis
}

const RIGHT_EDGE = 14
const GAP = 12

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
  const { width = DEFAULT_WIDTH } = options
  const { x, panels: read } = readPanels(options)
  const all = read.flatMap(({ series }) => series)
  if (allValues(all).next().done) return emptyFigure(options)
  const left = Math.max(...read.map(({ y }) => leftOf(y)))
  const named = read.filter(({ series }) => series.length > 1).flatMap(({ series }) => series)
  const right = named.length > 0 ? endLabelWidth(named) : 0
  const plotWidth = width - left - right - RIGHT_EDGE
  const positions = [...allPositions(all)]
  const hasBars = read.some((panel) => panel.options.mark === 'bar')
  const axis = xAxis(x, positions, {
    width: plotWidth,
    title: options.xTitle,
    overhang: hasBars ? overhang(x.isTime, positions, 'bar') : 0,
    notation: options.notation,
  })
  const vconcat = read.map((panel, i) => {
    const plot: Plot = {
      x: axis,
      y: panel.y,
      width: plotWidth,
      height: panel.options.height ?? options.height ?? 90,
      left,
      showX: i === read.length - 1,
    }
    return panelSpec(plot, panel, options.events, i === 0)
  })
  return framed(options, { vconcat, spacing: GAP }, describePanels(axis, read))
}

function readPanels(options: Noted<PanelsOptions>): { x: XValues; panels: readonly PanelData[] } {
  const { data, x, labels, colours, notation } = options
  const sets = options.panels.map((panel) => {
    const fields = {
      data,
      x,
      y: panel.y,
      notation,
      ...(labels && { labels }),
      ...(colours && { colours }),
    }
    return { panel, ...readSeries(fields) }
  })
  const read = sets.map(({ panel, series, fields }) => ({
    options: panel,
    series,
    y: valueAxis({
      field: fields[0]!,
      values: allValues(series),
      title: panelTitle(panel.title, fields, notation),
      zero: panel.zero ?? true,
      height: panel.height ?? options.height ?? 90,
      notation,
    }),
  }))
  return { x: sets[0]!.x, panels: read }
}

function panelTitle(
  title: string | undefined,
  fields: readonly string[],
  notation: Notation,
): string {
  if (title === undefined) return titleOf(fields, notation)
  return withUnit(title, quantityOf(fields[0]!, notation))
}

function panelSpec(
  plot: Plot,
  { series, options }: PanelData,
  events: readonly FigureEvent[] | undefined,
  isFirst: boolean,
): VegaLiteSpec {
  return plotSpec(plot, [
    ...eventMarks(plot, events, isFirst).layers,
    ...zeroLine(plot),
    ...markLayers(plot, series, options.mark ?? 'line'),
    ...(series.length > 1 ? [endLabels(plot, series)] : []),
  ])
}

function describePanels(x: XAxis, read: readonly PanelData[]): string {
  const parts = read.map(({ y, series }, i) => {
    const names = series.map(({ label }) => label)
    return describeSeries(`Panel ${i + 1}`, { x, y, values: allValues(series), names })
  })
  return parts.join(' ')
}
