import { createHash } from 'node:crypto'
import { InputError } from '../errors.js'
import { explorable } from './explorable.js'
import type { VegaLiteSpec } from './spec.js'
import { finishSvg } from './svg.js'
import { textWidth } from './text-width.js'
import { THEME } from './theme.js'

export interface FigureOptions {
  /** The number in the caption and the ids. Default: none, ids then come from the content. */
  readonly number?: number
  /** What the figure shows, in a sentence: the caption, and the accessible title. */
  readonly caption: string
  /** What there is to see, for those who cannot. Default: the spec's own description. */
  readonly description?: string
  /** Carries what it takes to explore it, for a page that can (a page of the book). Default false. */
  readonly isExplorable?: boolean
}

/**
 * Draws a Vega-Lite spec as one static SVG in the house theme. The same spec gives the same bytes
 * on every machine, in every time zone and with any set of fonts.
 *
 * @param spec any Vega-Lite specification with inline data, e.g. from the figure builders
 * @returns an `<svg>` element without prolog, with title, description and ids of its own
 * @throws InputError when the spec cannot be drawn
 */
export async function renderFigure(spec: VegaLiteSpec, options: FigureOptions): Promise<string> {
  const drawing = await draw(spec)
  const content = options.number ?? createHash('sha256').update(drawing).digest('hex').slice(0, 8)
  return finishSvg(drawing, {
    id: `figure-${content}`,
    title: captionText(options),
    description: options.description ?? String(spec.description ?? options.caption),
    ...(options.isExplorable ? { metadata: JSON.stringify(explorable(spec)) } : {}),
  })
}

/** The numbered caption as plain text: "Figure 2. Where the money went". */
function captionText({ number, caption }: FigureOptions): string {
  return number === undefined ? caption : `Figure ${number}. ${caption}`
}

async function draw(spec: VegaLiteSpec): Promise<string> {
  const { vega, vegaLite } = await loadVega()
  const themed = { ...spec, config: { ...THEME, ...(spec.config as object | undefined) } }
  try {
    const compiled = vegaLite.compile(themed as unknown as Parameters<typeof vegaLite.compile>[0], {
      logger: vega.logger(vega.Error),
    })
    const view = new vega.View(vega.parse(compiled.spec), {
      renderer: 'none',
      logLevel: vega.Error,
    })
    const svg = await view.toSVG()
    view.finalize()
    return svg
  } catch (error) {
    throw new InputError(
      `The figure cannot be drawn: ${(error as Error).message}. Needed a Vega-Lite specification with inline data.`,
    )
  }
}

/** Vega's hook for text widths, which its types leave out. */
interface TextMetrics {
  readonly textMetrics: { width: typeof measuredWidth }
}

/** Loads Vega when the first figure is drawn: it takes a while, and most runs draw none. */
async function loadVega() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')])
  ;(vega as unknown as TextMetrics).textMetrics.width = measuredWidth
  return { vega, vegaLite }
}

interface TextItem {
  readonly fontSize?: number
  readonly fontWeight?: string | number
}

/** Widths from font metrics, not from the machine: see text-width.ts. */
function measuredWidth(item: TextItem, text: unknown): number {
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600
  return textWidth(String(text ?? '').trim(), item.fontSize ?? 11, bold)
}
