export { assumptionTable, type ShownAssumption } from './assumptions.js'
export { explorable } from './explorable.js'
export { type RankedOptions, ranked, type WaterfallOptions, waterfall } from './figures/bars.js'
export { type HeatTableOptions, heatTable } from './figures/heat-table.js'
export { type HistogramOptions, histogram } from './figures/histogram.js'
export { type LinesOptions, lines, type StackedOptions, stacked } from './figures/lines.js'
export {
  type MultiplesOptions,
  multiples,
  type PanelOptions,
  type PanelsOptions,
  panels,
} from './figures/panels.js'
export type { FigureEvent, MarkKind } from './figures/plot.js'
export { captionHtml, htmlText, proseHtml } from './html.js'
export { lawTable, type ShownLaw } from './laws.js'
export { leadingTable, type ShownLeading } from './leading.js'
export { type NoticeKind, noticeHtml } from './notice.js'
export { type FigureOptions, renderFigure } from './render.js'
export type { SeriesFields } from './series.js'
export type { TableLike, TableSource } from './source.js'
export type { Figure, VegaLiteSpec } from './spec.js'
export { htmlTable, type TableOptions } from './table.js'
