import { sum } from '../../numbers.js'
import { convolve } from '../../response/adstock.js'
import { adstockWeights } from '../../response/kernel.js'
import { ORDER_DELAY } from './simulate.js'
import { HORIZON_DAYS, WARM_UP_DAYS, type World } from './world.js'

/**
 * What one channel of a world truly gives within the horizon when the horizon's spend is multiplied and all
 * else, the chance of the days included, stays: expected orders, scaled so that the spend as it was gives
 * {@link World.caused} exactly.
 */
export class TrueResponse {
  /** Cents that the channel spent in the horizon. */
  readonly spentCents: number
  readonly #half: number
  /** By day, the warm-up first: exposure that the warm-up's spend leaves, and that the horizon's makes. */
  readonly #left: Float64Array
  readonly #own: Float64Array
  /** Orders within the horizon of a day's saturated exposure. */
  readonly #orders: Float64Array

  constructor(world: World, c: number) {
    const { decay, halfCents, mostClicks, clicksPerOrder } = world.truth.channels[c]!
    const weights = adstockWeights({ kind: 'geometric', decay })
    const spend = world.spendCents[c]!
    const before = spend.map((cents, t) => (t < WARM_UP_DAYS ? cents : 0))
    const own = spend.map((cents, t) => (t < WARM_UP_DAYS ? 0 : cents))
    this.#half = halfCents
    this.#left = convolve(before, weights)
    this.#own = convolve(own, weights)
    this.#orders = world.clickFactor[c]!.map(
      (factor, t) => ((mostClicks * factor) / clicksPerOrder) * shareWithin(t),
    )
    this.spentCents = sum(own)
    const scale = sum(world.caused[c]!) / this.orders(1)
    this.#orders = this.#orders.map((value) => value * scale)
  }

  /** Orders caused in the horizon at `multiplier` times its spend, >= 0. */
  orders(multiplier: number): number {
    let total = 0
    for (let t = 0; t < this.#own.length; t++) {
      const exposure = this.#left[t]! + multiplier * this.#own[t]!
      total += (this.#orders[t]! * exposure) / (exposure + this.#half)
    }
    return total
  }

  /** Derivative of {@link orders}: falling in the multiplier, since every day's response is concave. */
  slope(multiplier: number): number {
    let total = 0
    for (let t = 0; t < this.#own.length; t++) {
      const room = this.#left[t]! + multiplier * this.#own[t]! + this.#half
      total += (this.#orders[t]! * this.#half * this.#own[t]!) / (room * room)
    }
    return total
  }
}

/** Share of a day's orders that come within the horizon. */
function shareWithin(t: number): number {
  const from = WARM_UP_DAYS - t
  return sum(ORDER_DELAY.slice(Math.max(0, from), Math.max(0, from + HORIZON_DAYS)))
}
