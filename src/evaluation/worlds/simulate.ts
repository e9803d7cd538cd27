import { meanOneLogNormal, negativeBinomial, poisson } from '../../random/distributions.js'
import type { KeyedStream } from '../../random/stream.js'
import { adstockWeights } from '../../response/kernel.js'
import { budgetFactors } from './budget-factors.js'
import { type Demand, drawDemand } from './demand.js'
import { channelId, drawTruth, type WorldOptions } from './draw-truth.js'
import { Luck } from './luck.js'
import {
  type ChannelTruth,
  HORIZON_DAYS,
  WARM_UP_DAYS,
  type World,
  type WorldPlan,
  type WorldTruth,
} from './world.js'

const DAYS = WARM_UP_DAYS + HORIZON_DAYS
const TRAILING_DAYS = 28
/** Share of a day's clicks whose orders come 0, 1 and 2 days later. */
export const ORDER_DELAY = [0.7, 0.2, 0.1]

/**
 * Simulates a world day by day: spend -> remembered exposure -> saturation -> clicks, which also follow season,
 * demand and luck -> orders, up to two days later, upon a baseline with trend, weekdays, season, events and
 * demand that nobody sees; the orders of a day are a negative binomial count.
 *
 * @param spendCents by channel, warm-up first: play this spend instead of the plan's. The luck stays the same, so
 *   that the difference of two worlds is what the spend caused.
 */
export function simulateWorld(
  seed: number,
  plan: WorldPlan,
  options: WorldOptions = {},
  spendCents?: readonly Float64Array[],
): World {
  const truth = drawTruth(seed, options)
  const demand = drawDemand(truth)
  const factors = budgetFactors(plan, truth, demand)
  const channels = truth.channels.map(
    (channel, c) => new ChannelDays(truth.seed, c, channel, demand),
  )
  const chance = new Luck(seed, 'world').of('orders')
  const orders = new Float64Array(DAYS)
  const followsOrders = plan === 'pct' || plan === 'jittered'
  for (let t = 0; t < DAYS; t++) {
    const scale = followsOrders ? trailingScale(truth, orders, t) : 1
    let mean = demand.baseline[t]!
    for (const [c, channel] of channels.entries()) {
      const planned = Math.round(channel.truth.spendCents * scale * factors[c]![t]!)
      mean += channel.play(t, spendCents === undefined ? planned : spendCents[c]![t]!)
    }
    orders[t] = negativeBinomial(chance.at(t), mean, mean / (truth.overdispersion - 1))
  }
  const horizon = (series: Float64Array) => series.subarray(WARM_UP_DAYS)
  return {
    seed,
    plan,
    truth,
    spendCents: channels.map((channel) => channel.spendCents),
    clicks: channels.map((channel) => horizon(channel.clicks)),
    orders: horizon(orders),
    caused: channels.map((channel) => horizon(channel.caused)),
    baseline: horizon(demand.baseline),
    clickFactor: channels.map((channel) => channel.factor),
  }
}

/** The last 28 days' orders over what they would be on a mean day. */
function trailingScale({ level, mediaShare }: WorldTruth, orders: Float64Array, t: number): number {
  const usual = level / (1 - mediaShare)
  if (t < TRAILING_DAYS) return (level * (1 + mediaShare)) / usual
  let sum = 0
  for (let k = t - TRAILING_DAYS; k < t; k++) sum += orders[k]!
  return sum / TRAILING_DAYS / usual
}

/** One channel played day by day. */
class ChannelDays {
  readonly truth: ChannelTruth
  readonly spendCents = new Float64Array(DAYS)
  readonly clicks = new Float64Array(DAYS)
  readonly caused = new Float64Array(DAYS)
  readonly factor: Float64Array
  readonly #weights: Float64Array
  readonly #chance: KeyedStream

  constructor(seed: number, c: number, truth: ChannelTruth, { known, unseen, shock }: Demand) {
    const luck = new Luck(seed, channelId(c))
    const volatility = luck.of('volatility of the day')
    this.truth = truth
    this.#weights = adstockWeights({ kind: 'geometric', decay: truth.decay })
    this.#chance = luck.of('clicks')
    this.factor = Float64Array.from({ length: DAYS }, (_, t) => {
      const follows =
        truth.followsSeason * known[t]! + truth.followsDemand * (unseen[t]! + shock[t]!)
      return Math.exp(follows) * meanOneLogNormal(volatility.at(t), truth.volatility)
    })
  }

  /** Spends on day t; gives the orders that clicks of this and earlier days cause today. */
  play(t: number, spendCents: number): number {
    const { mostClicks, halfCents, clicksPerOrder } = this.truth
    this.spendCents[t] = spendCents
    let exposure = 0
    for (let k = 0; k < Math.min(this.#weights.length, t + 1); k++) {
      exposure += this.#weights[k]! * this.spendCents[t - k]!
    }
    const expected = (mostClicks * this.factor[t]! * exposure) / (exposure + halfCents)
    this.clicks[t] = poisson(this.#chance.at(t), expected)
    let orders = 0
    for (let k = 0; k < Math.min(ORDER_DELAY.length, t + 1); k++) {
      orders += ORDER_DELAY[k]! * this.clicks[t - k]!
    }
    this.caused[t] = orders / clicksPerOrder
    return this.caused[t]!
  }
}
