import { InputError } from '../errors.js'
import { type Display, kernelDisplay } from '../kernel.js'
import {
  assumptionTable,
  captionHtml,
  explorable,
  type Figure,
  htmlTable,
  lawTable,
  leadingTable,
  type NoticeKind,
  noticeHtml,
  renderFigure,
  type ShownAssumption,
  type ShownLaw,
  type ShownLeading,
  type TableOptions,
  type TableSource,
  type VegaLiteSpec,
} from '../notebook/index.js'
import { readSource } from '../notebook/source.js'
import { comparisonFigure, comparisonSentence } from '../report/index.js'
import {
  buildOnDisk,
  loadedBuild,
  type RunComparison,
  type Verdict,
  type Workbench,
  workbenchCard,
} from '../workbench/index.js'
import { movedHtml } from './moved.js'
import { cardHtml, differencesHtml } from './runs.js'

/** What a cell calls to show things. The functions may be taken out by destructuring. */
export interface NotebookDisplay {
  /** Draws a figure with its numbered caption below; given a text, says why there is none. Await it. */
  figure(
    number: number,
    figure: Figure | VegaLiteSpec | string,
    caption: string,
    description?: string,
  ): Promise<void>
  /** Shows a figure of this page once more, live: values under the pointer, zoom, a series picked in the legend. */
  explore(number: number): void
  table(source: TableSource, options?: TableOptions): void
  notice(kind: NoticeKind, text: string): void
  /** The laws of a stage with their residuals. */
  laws(laws: readonly ShownLaw[]): void
  assumptions(assumptions: readonly ShownAssumption[], caption?: string): void
  /** The assumptions that move an answer most, and what it would be at both ends of their ranges. */
  leading(assumptions: readonly ShownLeading[], answer: string): void
  /** What a workbench shows: data, period, run, changed assumptions, stages done, verdict. */
  card(workbench: Workbench): void
  /** The figures of the verdict that moved from one to the other: of a run, and of `quick()` of a scenario. */
  moved(before: Verdict, after: Verdict): void
  /** Two runs: what differs, and a waterfall from the profit of one to that of the other. Await it. */
  comparison(number: number, comparison: RunComparison): Promise<void>
}

/**
 * Opens the page of the running notebook, which writes money, numbers and channels as the run of the
 * workbench does, and says so when the kernel holds an older build of the
 * library than the one on disk.
 *
 * @param workbench whose run is shown; its stages so far have run
 * @param display where to show; default: the tslab kernel that runs this process
 * @throws InputError outside a kernel when no display is given
 */
export function notebookDisplay(
  workbench: Workbench,
  display: Display = kernelDisplay(),
): NotebookDisplay {
  const { notation } = workbench
  if (buildOnDisk() !== loadedBuild) {
    const text = 'The library was rebuilt since this kernel started. Restart the kernel to use it.'
    display.html(noticeHtml('warning', text))
  }
  const shownFigures = new Map<number, VegaLiteSpec>()
  const html = (content: string): void => {
    display.html(content)
  }
  const figure: NotebookDisplay['figure'] = async (number, drawn, caption, description) => {
    if (typeof drawn === 'string') return html(noticeHtml('note', drawn))
    const spec = typeof drawn === 'function' ? drawn(notation) : drawn
    const about = description === undefined ? {} : { description }
    const isExplorable = process.env.CAUSEWAY_FIGURES === 'explorable'
    display.svg(await renderFigure(spec, { number, caption, isExplorable, ...about }))
    html(captionHtml(number, caption))
    shownFigures.set(number, spec)
  }
  return {
    figure,
    explore(number) {
      const spec = shownFigures.get(number)
      if (spec === undefined) throw new InputError(noSuchFigure(number, [...shownFigures.keys()]))
      display.raw?.(VEGA_LITE, { ...explorable(spec), $schema: VEGA_LITE_SCHEMA })
    },
    card: (shown) => html(cardHtml(workbenchCard(shown), notation)),
    moved: (before, after) => html(movedHtml(before, after, notation)),
    async comparison(number, comparison) {
      html(differencesHtml(comparison, notation))
      await figure(number, comparisonFigure(comparison), comparisonSentence(comparison, notation))
    },
    table: (source, options = {}) => {
      const { whenEmpty } = options
      const isEmpty = whenEmpty !== undefined && readSource(source).rows.length === 0
      html(isEmpty ? noticeHtml('note', whenEmpty) : htmlTable(source, notation, options))
    },
    notice: (kind, text) => html(noticeHtml(kind, text)),
    laws: (laws) => html(lawTable(laws, notation)),
    assumptions: (assumptions, caption) => html(assumptionTable(assumptions, notation, caption)),
    leading: (assumptions, answer) => html(leadingTable(assumptions, notation, answer)),
  }
}

/** What JupyterLab draws by itself, offline; the grammar of figures is that of its version too. */
const VEGA_LITE = 'application/vnd.vegalite.v5+json'
const VEGA_LITE_SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json'

function noSuchFigure(number: number, known: readonly number[]): string {
  const shown = known.length === 0 ? 'none is shown yet' : `shown are ${known.join(', ')}`
  return `explore: got figure ${number}, ${shown}. Run the cell that shows it first.`
}
