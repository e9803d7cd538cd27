import { leftOf } from './plot.js'
import type { ValueAxis } from './value-axis.js'

/** How panels share the width of a figure. */
export interface PanelGrid {
  readonly columns: number
  readonly count: number
  /** Pixels of one plot, without labels. */
  readonly cellWidth: number
  /** Pixels kept for the labels of the value axis. */
  readonly left: number
  readonly gap: number
  readonly sharedY: boolean
}

/** Divides the width among the panels. */
export function panelGrid(
  axes: readonly ValueAxis[],
  { width, sharedY, columns }: { width: number; sharedY: boolean; columns?: number },
): PanelGrid {
  const gap = 24
  const rightEdge = 20
  const count = axes.length
  const wanted = columns ?? (count === 4 ? 2 : 3)
  const used = Math.max(1, Math.min(count, wanted))
  const left = Math.max(...axes.map(leftOf))
  const labels = sharedY ? left : left * used
  const cellWidth = Math.floor((width - labels - gap * (used - 1) - rightEdge) / used)
  return { columns: used, count, cellWidth, left, gap, sharedY }
}

/** Size and labels of the panel at an index: shared axes are labelled at the edges only. */
export function cellOf({ columns, count, cellWidth, left, sharedY }: PanelGrid, index: number) {
  return {
    width: cellWidth,
    left,
    showX: index + columns >= count,
    showY: !sharedY || index % columns === 0,
  }
}
