import { roundHalfAway } from '../../money/round.js'
import { meanOneLogNormal, negativeBinomial, poisson } from '../../random/distributions.js'
import { KeyedStream } from '../../random/stream.js'

/** How an expectation becomes whole clicks. */
export type CountRule =
  | { readonly kind: 'poisson' }
  /** Variance = mean + mean^2 / dispersion. */
  | { readonly kind: 'negative_binomial'; readonly dispersion: number }
  | { readonly kind: 'rounded' }

export interface ChannelLuck {
  readonly seed: number
  readonly channel: string
  /** Standard deviation of the logarithm of a day's response; its mean stays 1. */
  readonly volatility: number
  readonly counts: CountRule
  /** Another world under the same seed. Default 0, the one that is published. */
  readonly world?: number
  /** Clicks that were observed, by day; NaN where they are to be drawn. */
  readonly observedClicks?: ArrayLike<number>
  /** `rounded`: what the days before have carried over. Default 0. */
  readonly carriedClicks?: number
}

/**
 * Whole clicks of each day. `rounded` takes the expectation and carries the remainder to the next
 * day, without any chance; the others draw around the expectation times the day's volatility, each
 * day from streams of its own.
 *
 * @param firstDay day number of the first expectation
 * @param clicks where to write; default a new array
 */
export function countClicks(
  expected: Float64Array,
  firstDay: number,
  luck: ChannelLuck,
  clicks: Float64Array = new Float64Array(expected.length),
): Float64Array {
  if (luck.counts.kind === 'rounded') roundCounts(expected, luck.carriedClicks ?? 0, clicks)
  else drawCounts(expected, firstDay, luck, clicks)
  const { observedClicks } = luck
  if (observedClicks) keepObserved(observedClicks, clicks)
  return clicks
}

function drawCounts(
  expected: Float64Array,
  firstDay: number,
  luck: ChannelLuck,
  clicks: Float64Array,
): void {
  const volatility = new KeyedStream({ ...luck, purpose: 'volatility' })
  const chance = new KeyedStream({ ...luck, purpose: 'clicks' })
  const dispersion = luck.counts.kind === 'negative_binomial' ? luck.counts.dispersion : Infinity
  for (let t = 0; t < expected.length; t++) {
    const day = firstDay + t
    const mean = expected[t]! * meanOneLogNormal(volatility.at(day), luck.volatility)
    clicks[t] =
      dispersion === Infinity
        ? poisson(chance.at(day), mean)
        : negativeBinomial(chance.at(day), mean, dispersion)
  }
}

/** What `rounded` carries over behind the last day, to go on from there. */
export function carriedAfter(expected: Float64Array, carried = 0): number {
  return roundCounts(expected, carried, new Float64Array(expected.length))
}

function roundCounts(expected: Float64Array, carried: number, clicks: Float64Array): number {
  let carry = carried
  for (let t = 0; t < expected.length; t++) {
    const due = expected[t]! + carry
    clicks[t] = Math.max(0, roundHalfAway(due))
    carry = due - clicks[t]!
  }
  return carry
}

function keepObserved(observed: ArrayLike<number>, clicks: Float64Array): void {
  for (let t = 0; t < clicks.length; t++) {
    if (!Number.isNaN(observed[t])) clicks[t] = observed[t]!
  }
}
