import { roundHalfAway } from '../../money/round.js'
import { meanOneLogNormal, negativeBinomial, poisson } from '../../random/distributions.js'
import { keyedStreams } from '../../random/stream.js'

/** How an expectation becomes whole clicks. */
export type CountRule =
  | { readonly kind: 'poisson' }
  | { readonly kind: 'negative_binomial'; readonly dispersion: number }
  | { readonly kind: 'rounded' }

export interface ChannelLuck {
  readonly seed: number
  readonly channel: string
  /** Standard deviation of the logarithm of a day's response; its mean stays 1. */
  readonly volatility: number
  readonly counts: CountRule
}

/**
 * Whole clicks of each day. `rounded` takes the expectation and carries the remainder to the next
 * day, without any chance; the others draw around the expectation times the day's volatility, each
 * day from streams of its own.
 *
 * @param firstDay day number of the first expectation
 */
export function countClicks(
  expected: ArrayLike<number>,
  firstDay: number,
  luck: ChannelLuck,
): Float64Array {
  if (luck.counts.kind === 'rounded') return roundedCounts(expected)
  const volatility = keyedStreams(luck.seed, luck.channel, 'volatility')
  const clicks = keyedStreams(luck.seed, luck.channel, 'clicks')
  return Float64Array.from(expected, (mean, t) => {
    if (mean === 0) return 0
    const drawn = mean * meanOneLogNormal(volatility(firstDay + t), luck.volatility)
    const stream = clicks(firstDay + t)
    return luck.counts.kind === 'negative_binomial'
      ? negativeBinomial(stream, drawn, luck.counts.dispersion)
      : poisson(stream, drawn)
  })
}

function roundedCounts(expected: ArrayLike<number>): Float64Array {
  let carried = 0
  return Float64Array.from(expected, (mean) => {
    const due = mean + carried
    const clicks = Math.max(0, roundHalfAway(due))
    carried = due - clicks
    return clicks
  })
}
