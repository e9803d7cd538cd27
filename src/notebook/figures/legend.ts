import type { VegaLiteSpec } from '../spec.js'
import { textWidth } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'

const SYMBOL_WIDTH = 18
const COLUMN_GAP = 18

export interface LegendPlace {
  /** Width of the figure in pixels. */
  readonly width: number
  /** Height in pixels of what stands between the plot and the legend. */
  readonly above?: number
  /** Symbols look like the marks. Default 'square'. */
  readonly symbol?: 'square' | 'stroke'
}

/** A legend above the plot, in as many columns as fit the width. */
export function legendFor(
  series: readonly { readonly label: string }[],
  { width, above = 0, symbol = 'square' }: LegendPlace,
): VegaLiteSpec {
  const widths = series.map(({ label }) => textWidth(label, FONT_SIZE))
  return {
    columns: columnsThatFit(widths, width),
    offset: above + 8,
    symbolType: symbol,
    ...(symbol === 'stroke' && { symbolStrokeWidth: 3 }),
  }
}

/** The greatest number of columns, each as wide as its widest entry, that fit side by side. */
function columnsThatFit(widths: readonly number[], width: number): number {
  for (let columns = widths.length; columns > 1; columns--) {
    let total = 0
    for (let column = 0; column < columns; column++) {
      const entries = widths.filter((_, i) => i % columns === column)
      total += Math.max(...entries) + SYMBOL_WIDTH + COLUMN_GAP
    }
    if (total - COLUMN_GAP <= width - 20) return columns
  }
  return 1
}
