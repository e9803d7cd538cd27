import { d3Locale } from '../../format/d3-locale.js'
import { MUTED_INK } from '../palette.js'
import type { Noted, VegaLiteSpec } from '../spec.js'
import { widest, wrapText } from '../text-width.js'
import { FONT_SIZE, TITLE_SIZE } from '../theme.js'

/** What every figure builder takes besides its data and fields. */
export interface FigureFrame {
  /** Drawn above the figure: a statement or a plain name. Default: none, the caption says it. */
  readonly title?: string
  /** What there is to see, in words. Default: derived from the data. */
  readonly description?: string
  /** Whole width in pixels, labels included. Default 760. */
  readonly width?: number
  /** Height in pixels of one plot, without axis and title. Default: what the figure needs. */
  readonly height?: number
}

export const DEFAULT_WIDTH = 760

/** A figure of one plot has the whole width, legend and labels included. */
export function onePlot(width: number): VegaLiteSpec {
  return { width, autosize: { type: 'fit-x', contains: 'padding' } }
}

/** Pixels that a legend of such series takes beside a plot; none for a single one. */
export function legendRoom(looks: readonly { readonly label: string }[]): number {
  if (looks.length < 2) return 0
  return (
    Math.ceil(
      widest(
        looks.map(({ label }) => label),
        FONT_SIZE,
      ),
    ) + 44
  )
}

/** A legend above what is drawn, in as many columns as fit. */
export function legendAbove(
  looks: readonly { readonly label: string }[],
  width: number,
): VegaLiteSpec {
  const columns = Math.max(1, Math.floor(width / legendRoom(looks)))
  return { orient: 'top', direction: 'horizontal', columns, columnPadding: 18, offset: 8 }
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'

/** Puts the frame of a figure around its drawing. A subtitle names the unit of several panels. */
export function framed(
  frame: Noted<FigureFrame>,
  body: VegaLiteSpec,
  description: string,
  subtitle = '',
): VegaLiteSpec {
  const { title, width = DEFAULT_WIDTH } = frame
  return {
    $schema: SCHEMA,
    config: { locale: d3Locale(frame.notation) },
    description: frame.description ?? description,
    ...((title || subtitle) && { title: titleSpec(title, subtitle, width) }),
    ...body,
  }
}

function titleSpec(title: string | undefined, subtitle: string, width: number): VegaLiteSpec {
  if (title === undefined) {
    return { text: subtitle, color: MUTED_INK, fontSize: FONT_SIZE, fontWeight: 'normal' }
  }
  const text = wrapText(title, width - 20, TITLE_SIZE, true)
  return subtitle ? { text, subtitle } : { text }
}

/** What stands in place of a figure that has nothing to show. */
export function emptyFigure(frame: Noted<FigureFrame>, message = 'No rows to show.'): VegaLiteSpec {
  const { width = DEFAULT_WIDTH } = frame
  const body = {
    width: width - 20,
    height: 60,
    data: { values: [{ message }] },
    mark: { type: 'text', fontSize: 13, color: MUTED_INK },
    encoding: { text: { field: 'message', type: 'nominal' } },
  }
  return framed(frame, body, message)
}
