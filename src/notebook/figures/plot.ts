import { MUTED_INK } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { cutText } from '../text-width.js'
import { FONT_SIZE, LINE_HEIGHT } from '../theme.js'
import type { ValueAxis } from './value-axis.js'
import type { XAxis } from './x-axis.js'

/** One plotting area: its two axes and its size. */
export interface Plot {
  readonly x: XAxis
  readonly y: ValueAxis
  /** Pixels of the plot itself, without labels. */
  readonly width: number
  readonly height: number
  /** Pixels kept for the labels of the value axis. */
  readonly left: number
  /** Whether the axes carry labels; a neighbour's may do. Default true. */
  readonly showX?: boolean
  readonly showY?: boolean
}

const LABEL_GAP = 8
const AXIS_LINE = '#9aa4ae'

/** Pixels that the labels of a value axis take, gap included. */
export function leftOf(axis: ValueAxis): number {
  return Math.ceil(axis.labelWidth) + LABEL_GAP
}

/** The encoding of horizontal positions. */
export function xChannel({ x, showX = true }: Plot, field = 'x'): VegaLiteSpec {
  const axis = {
    ...x.axis,
    labels: showX,
    title: showX && x.title ? x.title : null,
    titlePadding: 6,
    domain: true,
    domainColor: AXIS_LINE,
  }
  return { field, type: x.type, scale: x.scale, axis }
}

/** The encoding of values. The axis title lies on top of the axis, so that it reads like text. */
export function yChannel({ y, left, showY = true }: Plot, field = 'y'): VegaLiteSpec {
  const title = showY && y.title ? y.title : null
  const axis = {
    ...y.axis,
    labels: showY,
    minExtent: showY ? left : 0,
    maxExtent: showY ? left : 0,
    title,
    ...(title && {
      titleAngle: 0,
      titleAlign: 'left',
      titleAnchor: 'end',
      titleBaseline: 'bottom',
      titleX: -left,
      titleY: -9,
    }),
  }
  return { field, type: 'quantitative', scale: y.scale, axis, stack: null }
}

/** Colours by series. The legend is drawn only when asked for. */
export function colourChannel(
  series: readonly { readonly label: string; readonly colour: string }[],
  legend: VegaLiteSpec | null = null,
): VegaLiteSpec {
  return {
    field: 'series',
    type: 'nominal',
    sort: null,
    scale: { domain: series.map(({ label }) => label), range: series.map(({ colour }) => colour) },
    legend,
  }
}

/** A line at zero where values fall below it. */
export function zeroLine(plot: Plot): VegaLiteSpec[] {
  if (plot.y.low >= 0) return []
  return [
    {
      data: { values: [{ y: 0 }] },
      mark: { type: 'rule', color: MUTED_INK, strokeWidth: 1 },
      encoding: { y: yChannel(plot) },
    },
  ]
}

/** Layers over one another in one plot. */
export function plotSpec(
  plot: Plot,
  layers: readonly VegaLiteSpec[],
  title?: string,
): VegaLiteSpec {
  return {
    width: Math.round(plot.width),
    height: plot.height,
    layer: title ? [...layers, panelTitle(plot, title)] : layers,
  }
}

/** The name of one panel among several, at one height whatever the labels around it. */
function panelTitle({ width }: Plot, title: string): VegaLiteSpec {
  return {
    data: { values: [{ title: cutText(title, width, FONT_SIZE, true) }] },
    mark: { type: 'text', align: 'left', baseline: 'bottom', fontWeight: 'bold' },
    encoding: {
      x: { value: 0 },
      y: { value: -10 },
      text: { field: 'title', type: 'nominal' },
    },
  }
}

/** Height of the axis title over a plot. */
export function titleHeight({ y, showY = true }: Plot): number {
  return showY && y.title ? LINE_HEIGHT : 0
}
