import { d3Locale } from '../../format/d3-locale.js'
import { isoDay } from '../../format/day.js'
import type { Notation } from '../../format/index.js'
import { quantityOf } from '../../format/quantity.js'
import { counted } from '../../format/words.js'
import { rangeOf } from '../../numbers.js'
import { MUTED_INK } from '../palette.js'
import type { SeriesSet, Span } from '../series.js'
import type { VegaLiteSpec } from '../spec.js'
import { widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'

/** Whole width of a figure in pixels, labels included. */
export const WIDTH = 760

/** A figure of one plot has the whole width, legend and labels included. */
export const ONE_PLOT = { width: WIDTH, autosize: { type: 'fit-x', contains: 'padding' } }

const MOST_NAMES = 12

/** Where colours are named: beside what is drawn, or above it in as many columns as fit. */
export type LegendPlace = 'right' | 'top' | 'none'

/** Colours by series, named in a legend where there are several. */
export function colourOf(
  colours: ReadonlyMap<string, string>,
  orient: LegendPlace = 'right',
  symbols = {},
) {
  const [domain, range] = [[...colours.keys()], [...colours.values()]]
  const columns = Math.floor(WIDTH / (widest(domain, FONT_SIZE) + 44))
  const across = { direction: 'horizontal', columns, columnPadding: 18, offset: 8 }
  const named = { orient, ...(orient === 'top' && across), ...symbols }
  const legend = domain.length > 1 && orient !== 'none' ? named : null
  return { field: 'series', type: 'nominal', sort: null, scale: { domain, range }, legend }
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

/** What a plot shows, in two or three sentences, for those who cannot see it. */
export function describe(kind: string, set: SeriesSet, title: string, notation: Notation): string {
  const { x, values, fields, colours } = set
  const ends = endsOf({ field: fields[0]!, isTime: false, ...rangeOf(values) }, notation)
  const series = colours.size > 1 ? ` ${listNames([...colours.keys()])}.` : ''
  const across = endsOf(x, notation).join(' to ')
  return `${kind}, ${across}. ${title || 'Values'} from ${ends.join(' to ')}.${series}`
}

/** The two ends of an axis in words. */
export function endsOf({ field, isTime, low, high }: Span, notation: Notation): string[] {
  const { label, divisor } = quantityOf(field, notation)
  return [low, high].map((end) => (isTime ? isoDay(end) : label(end * divisor)))
}

/** "5 series: a, b, c, d, e". */
export function listNames(names: readonly string[], noun = 'series'): string {
  const rest = names.length - MOST_NAMES
  const count = noun === 'series' ? `${names.length} series` : counted(names.length, noun)
  return `${count}: ${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
