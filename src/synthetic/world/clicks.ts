import { sum } from '../../numbers.js'
import { meanOneLogNormal, poisson } from '../../random/distributions.js'
import { keyedStreams } from '../../random/stream.js'
import { adstock, saturate } from '../../response/index.js'
import { daysIn, type Horizon } from '../../time/horizon.js'
import { seasonOf } from '../calendar.js'
import { advertisingShape } from './rhythm.js'
import type { ChannelLaw } from './worlds.js'

/** What a channel did, day by day from the first day of the horizon. */
export interface ChannelHistory {
  readonly channel: string
  readonly spendCents: readonly number[]
  readonly impressions: readonly number[]
  readonly clicks: readonly number[]
}

export interface ChannelRun {
  readonly seed: number
  readonly horizon: Horizon
  readonly law: ChannelLaw
  readonly seasonality: number
  /** Orders the channel should cause, on average over the luck. */
  readonly targetOrders: number
}

/**
 * Runs one channel: spend -> impressions -> adstock -> saturation -> clicks. Its capacity scales
 * with its budget, so clicks are proportional to the budget, which is set to reach the target.
 */
export function runChannel(run: ChannelRun): ChannelHistory {
  const { law, horizon } = run
  const shape = advertisingShape(horizon, law.rhythm, run.seasonality)
  const perImpression = expectedClicks(shape, run)
  const total = sum(perImpression)
  const meanImpressions = total === 0 ? 0 : (run.targetOrders * law.clicksPerOrder) / total
  const spendCents = Array.from(shape, (share) =>
    Math.round((share * meanImpressions * law.cpmCents) / 1000),
  )
  return {
    channel: law.channel,
    spendCents,
    impressions: Array.from(shape, (share) => Math.round(share * meanImpressions)),
    clicks: drawClicks(run, (i) => perImpression[i]! * meanImpressions),
  }
}

/** Expected clicks of each day where a mean day has one impression. */
function expectedClicks(shape: Float64Array, { law, horizon, seasonality }: ChannelRun) {
  const exposure = adstock(shape, law.kernel)
  return exposure.map((value, i) => {
    const response = saturate(value * law.pressure, law.curve) / law.pressure
    return (law.ctrBps / 10_000) * response * seasonOf(horizon.firstDay + i) ** seasonality
  })
}

function drawClicks({ seed, law, horizon }: ChannelRun, expected: (i: number) => number): number[] {
  const volatility = keyedStreams(seed, law.channel, 'world volatility')
  const counts = keyedStreams(seed, law.channel, 'world clicks')
  const length = daysIn(horizon)
  return Array.from({ length }, (_, i) => {
    const day = horizon.firstDay + i
    return poisson(counts(day), expected(i) * meanOneLogNormal(volatility(day), law.volatility))
  })
}
