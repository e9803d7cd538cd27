import { MUTED_INK } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { wrapText } from '../text-width.js'
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

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'

/** Puts the frame of a figure around its drawing. A subtitle names the unit of several panels. */
export function framed(
  frame: FigureFrame,
  body: VegaLiteSpec,
  description: string,
  subtitle = '',
): VegaLiteSpec {
  const { title, width = DEFAULT_WIDTH } = frame
  return {
    $schema: SCHEMA,
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
export function emptyFigure(frame: FigureFrame, message = 'No rows to show.'): VegaLiteSpec {
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
