import { poisson } from '../../random/distributions.js'
import { keyedStreams } from '../../random/stream.js'
import { adstockWeights } from '../../response/index.js'
import type { Horizon } from '../../time/horizon.js'
import { Wheel } from '../sampling.js'
import type { ChannelHistory } from './clicks.js'
import type { ChannelLaw } from './worlds.js'

/** What caused an order: a click of a channel on a day. */
export interface Cause {
  readonly channel: string
  /** Day number of the click, never after the order's. */
  readonly clickDay: number
}

/**
 * The orders that a channel's clicks cause, by the day on which they are placed: each click ends in
 * an order with the declared chance, after a geometric wait within the window. Orders that would be
 * placed after the horizon are not seen.
 */
export function causedOrders(options: {
  seed: number
  horizon: Horizon
  law: ChannelLaw
  history: ChannelHistory
}): Cause[][] {
  const { seed, horizon, law, history } = options
  const streams = keyedStreams(seed, law.channel, 'world conversions')
  const waits = new Wheel(lagWeights(law))
  const byDay: Cause[][] = history.clicks.map(() => [])
  for (const [i, clicks] of history.clicks.entries()) {
    const stream = streams(horizon.firstDay + i)
    const cause = { channel: law.channel, clickDay: horizon.firstDay + i }
    const conversions = Math.min(clicks, poisson(stream, clicks / law.clicksPerOrder))
    for (let n = 0; n < conversions; n++) byDay[i + waits.spin(stream)]?.push(cause)
  }
  return byDay
}

/** The chance of each wait from 0 days to the window's end. */
function lagWeights({ meanLagDays, windowDays }: ChannelLaw): Float64Array {
  const decay = meanLagDays / (1 + meanLagDays)
  return adstockWeights({ kind: 'geometric', decay, maxLag: windowDays })
}
