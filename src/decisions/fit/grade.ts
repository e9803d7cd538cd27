import type { ChannelSeries, Grade, Grain } from '../data.js'
import { scaledTail } from './normal.js'
import type { ChannelPrior } from './prior.js'
import type { Interval } from './summary.js'

const MEASURED_BELOW = 0.2
const INDICATED_BELOW = 0.5
const LEAST_DAYS = 14
const LEAST_CLICKS = 50

/** How far a figure may be trusted, from its posterior sd / mean. */
export function gradeOf({ sd, mean }: Interval): Grade {
  if (sd < MEASURED_BELOW * mean) return 'measured'
  return sd <= INDICATED_BELOW * mean ? 'indicated' : 'not_identified'
}

/** Whether a channel advertised too little to say anything: under 14 days, or under 50 clicks. */
export function hasNoData({ spend, clicks }: ChannelSeries, grain: Grain): boolean {
  const days = spend.filter((amount) => amount > 0).length * (grain === 'day' ? 1 : 7)
  const seen = clicks?.reduce((a, b) => a + b, 0) ?? LEAST_CLICKS
  return days < LEAST_DAYS || seen < LEAST_CLICKS
}

/** Standard deviation of a prior after its cut at 0. */
export function priorSd({ centre, sd }: ChannelPrior): number {
  const z = centre / sd
  // phi(z) / Phi(z): the inverse Mills ratio at the cut
  const tail = scaledTail(Math.abs(z)) * Math.exp(-0.5 * z * z)
  const ratio = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) / (z >= 0 ? 1 - tail : tail)
  return sd * Math.sqrt(1 - ratio * (ratio + z))
}
