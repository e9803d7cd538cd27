import { counted } from '../../format/words.js'
import { extent } from './scale.js'
import type { ValueAxis } from './value-axis.js'
import type { XAxis } from './x-axis.js'

const MOST_NAMES = 12

/** What a figure shows, in a few sentences, for those who cannot see it. */
export function describeSeries(
  kind: string,
  parts: {
    readonly x: XAxis
    readonly y: ValueAxis
    /** Stored values. */
    readonly values: Iterable<number>
    readonly names: readonly string[]
  },
): string {
  const { quantity, title } = parts.y
  const [low, high] = extent(parts.values, false)
  const range = `${title || 'Values'} from ${quantity.label(low)} to ${quantity.label(high)}`
  const names = parts.names.length > 1 ? ` ${listNames(parts.names)}.` : ''
  return `${kind}, ${parts.x.range}. ${range}.${names}`
}

/** "5 series: a, b, c, d, e". */
export function listNames(names: readonly string[], noun = 'series'): string {
  const shown = names.slice(0, MOST_NAMES)
  const rest = names.length - shown.length
  const count = noun === 'series' ? `${names.length} series` : counted(names.length, noun)
  return `${count}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
