import type { LiftTest } from '../../decisions/data.js'
import { normal } from '../../random/distributions.js'
import { convolve } from '../../response/adstock.js'
import { adstockWeights } from '../../response/kernel.js'
import { channelId } from './draw-truth.js'
import { integerBetween, Luck } from './luck.js'
import { ORDER_DELAY } from './simulate.js'
import { FIRST_DAY, HORIZON_DAYS, WARM_UP_DAYS, type World } from './world.js'

/** A window of the horizon, from its day `start` on. */
export interface TestWindow {
  readonly channel: number
  readonly start: number
  readonly days: number
  /** What the window's spend is multiplied with. */
  readonly factor: number
}

export const TEST_DAYS = 42
const EDGE_DAYS = 60
/** Imperfectly matched regions widen the error of a test by this factor. */
const GEO_FACTOR = 1.3
const ASSUMED_OVERDISPERSION = 1.6

/**
 * Orders that a channel would truly have lost within the window, had its spend been `factor` times what it was
 * there. What it would have lost afterwards isn't counted: a test doesn't see it.
 */
export function trueLift(world: World, { channel, start, days, factor }: TestWindow): number {
  const { decay, halfCents, mostClicks, clicksPerOrder } = world.truth.channels[channel]!
  const weights = adstockWeights({ kind: 'geometric', decay })
  const from = WARM_UP_DAYS + start
  const spend = world.spendCents[channel]!
  const changed = spend.map((cents, t) => (t >= from && t < from + days ? cents * factor : cents))
  const was = convolve(spend, weights)
  const would = convolve(changed, weights)
  const lost = was.map((exposure, t) => {
    const share = exposure / (exposure + halfCents) - would[t]! / (would[t]! + halfCents)
    return ((mostClicks * world.clickFactor[channel]![t]!) / clicksPerOrder) * share
  })
  return convolve(lost, Float64Array.from(ORDER_DELAY))
    .subarray(from, from + days)
    .reduce((sum, orders) => sum + orders, 0)
}

/** Standard error, in orders of the whole market, of a holdout of half the market. */
function liftStandardError(orders: number): number {
  return GEO_FACTOR * Math.sqrt(ASSUMED_OVERDISPERSION * orders * 4)
}

/** A holdout of six weeks on one channel, at a time of its own, with the chance of a test. */
export function runLiftTest(world: World, channel: number, repetition = 0): LiftTest {
  const luck = new Luck(world.seed, channelId(channel))
  const begins = luck.of('lift test begins').at(repetition)
  const start = integerBetween(begins, EDGE_DAYS, HORIZON_DAYS - EDGE_DAYS)
  const days = TEST_DAYS
  const orders = world.orders.subarray(start, start + days).reduce((sum, count) => sum + count, 0)
  const standardError = liftStandardError(orders)
  const truth = trueLift(world, { channel, start, days, factor: 0 })
  const chance = normal(luck.of('lift test').at(repetition))
  return {
    channel: channelId(channel),
    firstDay: FIRST_DAY + start,
    lastDay: FIRST_DAY + start + days - 1,
    spendFactor: 0,
    liftOrders: truth + standardError * chance,
    standardError,
  }
}
