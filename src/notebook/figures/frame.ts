import { d3Locale } from '../../format/d3-locale.js'
import type { Notation } from '../../format/index.js'
import { MUTED_INK } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'

/** Whole width of a figure in pixels, labels included. */
export const WIDTH = 760

/** A figure of one plot has the whole width, legend and labels included. */
export const ONE_PLOT = { width: WIDTH, autosize: { type: 'fit-x', contains: 'padding' } }

/** Colours by series, named in a legend where there are several. */
export function colourOf(
  domain: readonly string[],
  range: readonly string[],
  legend: object | null,
) {
  const shown = domain.length < 2 ? null : legend
  return { field: 'series', type: 'nominal', sort: null, scale: { domain, range }, legend: shown }
}

/** A legend above what is drawn, in as many columns as fit. */
export function legendAbove(names: readonly string[]) {
  const columns = Math.floor(WIDTH / (widest(names, FONT_SIZE) + 44))
  return { orient: 'top', direction: 'horizontal', columns, columnPadding: 18, offset: 8 }
}

/** A figure: its drawing, what there is to see in words, and the unit of its values above it. */
export function framed(
  notation: Notation,
  body: VegaLiteSpec,
  description: string,
  unit = '',
): VegaLiteSpec {
  const title = { text: unit, color: MUTED_INK, fontSize: FONT_SIZE, fontWeight: 'normal' }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: { locale: d3Locale(notation) },
    description,
    ...(unit && { title }),
    ...body,
  }
}

/** What stands in place of a figure that has nothing to show. */
export function emptyFigure(notation: Notation): VegaLiteSpec {
  const text = 'No rows to show.'
  const mark = { type: 'text', text, fontSize: 13, color: MUTED_INK }
  return framed(notation, { width: WIDTH - 20, height: 60, data: { values: [{}] }, mark }, text)
}
