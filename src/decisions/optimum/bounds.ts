import { InputError } from '../../errors.js'
import type { Grade } from '../data.js'
import { MULTIPLES } from './table.js'

/** Least and most multiple of a channel's own spend in history. */
export interface Bound {
  readonly low: number
  readonly high: number
}

const MOST = MULTIPLES.at(-1)!
const DEFAULT: Bound = { low: 0, high: 2 }
/** What a channel may change by whose effect nobody knows: further out the curve is an assumption. */
const NOT_IDENTIFIED: Bound = { low: 0.5, high: 1.5 }

export interface BoundOptions {
  /** By channel id; they go before everything else. */
  readonly bounds?: Readonly<Record<string, Bound>>
  /** By channel id; those `not_identified` or `no_data` move within 0.5 to 1.5 of today. */
  readonly grades?: Readonly<Record<string, Grade>>
  /** Bounds of channels not identified. Default 0.5 to 1.5. */
  readonly notIdentified?: Bound
}

/**
 * Bounds by channel, in the order of the channels.
 *
 * @throws InputError on bounds of an unknown channel, crossed, or outside 0 to 3
 */
export function boundsOf(channels: readonly string[], options: BoundOptions): Bound[] {
  const { bounds = {}, grades = {}, notIdentified = NOT_IDENTIFIED } = options
  for (const [channel, { low, high }] of Object.entries(bounds)) {
    if (!channels.includes(channel)) {
      throw new InputError(`bounds: got the channel ${channel}, allowed ${channels.join(', ')}.`)
    }
    if (!(low >= 0 && low <= high && high <= MOST)) {
      throw new InputError(
        `bounds of ${channel}: got ${low} to ${high}, allowed 0 <= low <= high <= ${MOST} times today's spend.`,
      )
    }
  }
  return channels.map((channel) => {
    const grade = grades[channel]
    const unknown = grade === 'not_identified' || grade === 'no_data'
    return bounds[channel] ?? (unknown ? notIdentified : DEFAULT)
  })
}
