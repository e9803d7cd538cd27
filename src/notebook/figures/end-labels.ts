import type { VegaLiteSpec } from '../spec.js'
import { cutText, widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { colourChannel, type Plot, yChannel } from './plot.js'
import { type Series, scaled } from './series.js'

const LABEL_LIMIT = 170
const LABEL_OFFSET = 8
const LINE_GAP = 15

/** Pixels to keep free at the right of a plot for the names of its lines. */
export function endLabelWidth(series: readonly Series[]): number {
  const labels = series.map(({ label }) => label)
  return LABEL_OFFSET + Math.min(LABEL_LIMIT, Math.ceil(widest(labels, FONT_SIZE, true)))
}

/** Whether the names of that many lines fit beside a plot. */
export function endLabelsFit(series: readonly Series[], height: number): boolean {
  return series.length > 1 && series.length * LINE_GAP <= height
}

/** Names of lines at their ends, moved apart where the ends lie close. */
export function endLabels(plot: Plot, series: readonly Series[]): VegaLiteSpec {
  const { y, height, width } = plot
  const span = y.high - y.low
  const ends = series.map(({ label, points }) => {
    const last = points.findLast((point) => point.y !== null)?.y ?? 0
    return { label, at: height * (1 - (scaled(last, y.quantity.divisor)! - y.low) / span) }
  })
  const places = spread(
    ends.map(({ at }) => at),
    LINE_GAP,
    height,
  )
  const values = ends.map(({ label }, i) => ({
    y: y.low + (1 - places[i]! / height) * span,
    series: label,
    label: cutText(label, LABEL_LIMIT, FONT_SIZE, true),
  }))
  return {
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: 'bold', dx: LABEL_OFFSET },
    encoding: {
      x: { value: Math.round(width) },
      y: yChannel(plot),
      text: { field: 'label', type: 'nominal' },
      color: colourChannel(series),
    },
  }
}

/** Moves positions apart to at least `gap`, in their order, within 0 and `limit`. */
export function spread(positions: readonly number[], gap: number, limit: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b)
  const placed = [...positions]
  order.forEach((i, rank) => {
    const above = rank > 0 ? placed[order[rank - 1]!]! + gap : 0
    placed[i] = Math.max(placed[i]!, above)
  })
  order.reverse().forEach((i, rank) => {
    const below = rank > 0 ? placed[order[rank - 1]!]! - gap : limit
    placed[i] = Math.min(placed[i]!, below)
  })
  return placed
}
