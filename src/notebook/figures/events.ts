import { epochMs } from '../../format/day.js'
import { MUTED_INK } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { textWidth } from '../text-width.js'
import { LINE_HEIGHT } from '../theme.js'
import { type Plot, titleHeight, xChannel } from './plot.js'

/** A day worth marking on an axis of days, e.g. Black Friday. */
export interface FigureEvent {
  /** A Date, 'yyyy-mm-dd' or a day number. */
  readonly date: Date | string | number
  readonly label: string
}

/** The marks of events and the height that their labels take above the plot. */
export interface EventMarks {
  readonly layers: readonly VegaLiteSpec[]
  readonly above: number
}

const LABEL_SIZE = 11
const LABEL_GAP = 8

interface Placed {
  readonly x: number
  readonly label: string
  readonly row: number
  readonly align: 'left' | 'center' | 'right'
}

/**
 * Draws events as thin rules, their labels in rows above the plot so that none covers another or
 * the title of the axis. Events outside the axis are left out.
 */
export function eventMarks(
  plot: Plot,
  events: readonly FigureEvent[] = [],
  withLabels = true,
): EventMarks {
  const placed = placeLabels(plot, events)
  if (placed.length === 0) return { layers: [], above: titleHeight(plot) }
  const rule = {
    data: { values: placed.map(({ x }) => ({ x })) },
    mark: { type: 'rule', color: MUTED_INK, strokeDash: [3, 3], strokeWidth: 1, opacity: 0.7 },
    encoding: { x: xChannel(plot) },
  }
  if (!withLabels) return { layers: [rule], above: titleHeight(plot) }
  const rows = Math.max(...placed.map(({ row }) => row)) + 1
  const labels = placed.map(({ x, label, row, align }) => ({
    data: { values: [{ x, label }] },
    mark: {
      type: 'text',
      align,
      baseline: 'bottom',
      fontSize: LABEL_SIZE,
      color: MUTED_INK,
      y: -7 - row * LINE_HEIGHT,
    },
    encoding: { x: xChannel(plot), text: { field: 'label', type: 'nominal' } },
  }))
  return { layers: [rule, ...labels], above: rows * LINE_HEIGHT }
}

function placeLabels(plot: Plot, events: readonly FigureEvent[]): Placed[] {
  const { x: axis, width, y, left } = plot
  const titleEnd = titleHeight(plot) > 0 ? textWidth(y.title, 12) - left + LABEL_GAP : -left
  const rowEnds = [titleEnd]
  return events
    .map(({ date, label }) => ({ x: epochMs(date), label }))
    .filter(({ x }) => axis.isTime && x >= axis.low && x <= axis.high)
    .sort((a, b) => a.x - b.x)
    .map(({ x, label }) => {
      const at = ((x - axis.low) / (axis.high - axis.low)) * width
      const size = textWidth(label, LABEL_SIZE)
      const align = at + size / 2 > width ? 'right' : at - size / 2 < 0 ? 'left' : 'center'
      const start = align === 'center' ? at - size / 2 : align === 'left' ? at : at - size
      const free = rowEnds.findIndex((end) => end <= start)
      const row = free === -1 ? rowEnds.length : free
      rowEnds[row] = start + size + LABEL_GAP
      return { x, label, row, align }
    })
}
