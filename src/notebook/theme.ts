import { GRID, INK, MUTED_INK } from './palette.js'
import type { VegaLiteSpec } from './spec.js'

/** Fonts of one width on every system: see text-width.ts. */
const FONT = 'Helvetica, Arial, Liberation Sans, sans-serif'
export const FONT_SIZE = 12
export const TITLE_SIZE = 15

/** The house theme, as a Vega-Lite config: quiet axes, white ground, readable type. */
export const THEME: VegaLiteSpec = {
  font: FONT,
  background: 'white',
  padding: { left: 6, right: 10, top: 8, bottom: 6 },
  // No limits on labels: Vega would cut by a rough guess of widths; the builders cut by real ones.
  // The figure as a whole carries a title and a description; per-mark notes would only repeat them.
  aria: false,
  view: { stroke: null },
  concat: { spacing: 18 },
  title: {
    anchor: 'start',
    frame: 'bounds',
    color: INK,
    fontSize: TITLE_SIZE,
    fontWeight: 'bold',
    lineHeight: TITLE_SIZE + 4,
    offset: 12,
    subtitleColor: MUTED_INK,
    subtitleFontSize: FONT_SIZE,
    subtitlePadding: 5,
  },
  axis: {
    labelColor: MUTED_INK,
    labelFontSize: FONT_SIZE,
    labelLimit: 0,
    labelPadding: 6,
    titleColor: MUTED_INK,
    titleFontSize: FONT_SIZE,
    titleFontWeight: 'normal',
    titleLimit: 0,
    domain: false,
    ticks: false,
    grid: false,
    gridColor: GRID,
  },
  legend: {
    orient: 'right',
    title: null,
    labelColor: INK,
    labelFontSize: FONT_SIZE,
    labelLimit: 0,
    symbolType: 'square',
    symbolSize: 110,
    symbolStrokeWidth: 0,
    offset: 14,
  },
  header: { labelFontSize: FONT_SIZE, labelColor: INK },
  line: { strokeWidth: 1.8, strokeJoin: 'round', strokeCap: 'round' },
  text: { fontSize: FONT_SIZE, color: INK },
}
