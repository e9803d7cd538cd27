import { isoDay } from '../format/day.js'
import type { Notation } from '../format/index.js'
import { quantityOf } from '../format/quantity.js'
import { counted } from '../format/words.js'
import { rangeOf } from '../numbers.js'
import type { SeriesSet, Span } from './series.js'

const MOST_NAMES = 12

/** What a plot shows, in two or three sentences, for those who cannot see it. */
export function describe(
  kind: string,
  { x, values, fields, marks }: SeriesSet,
  title: string,
  notation: Notation,
  names = [...new Set(marks.map(({ series }) => series))],
): string {
  const ends = endsOf({ field: fields[0]!, isTime: false, ...rangeOf(values) }, notation)
  const series = names.length > 1 ? ` ${listNames(names)}.` : ''
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
