import { mulDivFloor } from '../money/round.js'
import { MILLION } from '../response/index.js'
import type { ChannelRules } from './rules.js'

/** A lot that is alive: clicks of one channel born on one day, positions [front, back) still there. */
export interface LiveLot {
  readonly channel: string
  /** Day number of birth. */
  readonly clickDay: number
  /** Clicks at birth: positions 0 .. clicks - 1. */
  readonly clicks: number
  readonly costCents: number
  /** Clicks consumed so far: they went from the front. */
  readonly front: number
  /** Where the live clicks end: what is beyond has decayed. */
  readonly back: number
}

/** What happened to one lot on one day. The day of birth opens with nothing and bears the lot. */
export interface LotMovement {
  readonly openingClicks: number
  readonly bornClicks: number
  readonly consumedClicks: number
  readonly decayedClicks: number
  readonly expiredClicks: number
  readonly closingClicks: number
  readonly openingCents: number
  readonly bornCents: number
  readonly consumedCents: number
  readonly decayedCents: number
  readonly expiredCents: number
  readonly closingCents: number
  /** Lot position of the first click consumed. */
  readonly firstPosition: number
}

/**
 * The live lots of one channel, by age in days. Lot a holds `born[a]` clicks of cost `cost[a]`, of
 * which positions [front[a], back[a]) are live.
 */
export class LiveLots {
  readonly rules: ChannelRules
  readonly born: Float64Array
  readonly cost: Float64Array
  readonly front: Float64Array
  readonly back: Float64Array
  /** Where a policy writes what it takes of each age. */
  readonly taken: Float64Array
  /** Live clicks by age at the day's beginning, and these times recency. */
  readonly live: Float64Array
  readonly weights: Float64Array
  readonly #frontCents: Float64Array
  readonly #backCents: Float64Array
  #ages = 0
  #supply = 0
  #weightedSupply = 0

  constructor(rules: ChannelRules) {
    this.rules = rules
    this.born = new Float64Array(rules.windowDays)
    this.cost = new Float64Array(rules.windowDays)
    this.front = new Float64Array(rules.windowDays)
    this.back = new Float64Array(rules.windowDays)
    this.taken = new Float64Array(rules.windowDays)
    this.live = new Float64Array(rules.windowDays)
    this.weights = new Float64Array(rules.windowDays)
    this.#frontCents = new Float64Array(rules.windowDays)
    this.#backCents = new Float64Array(rules.windowDays)
  }

  /** Ages from 0 on that may be live; none beyond is. */
  get ages(): number {
    return this.#ages
  }

  /** Every lot grows a day older and today's is born. */
  receive(clicks: number, costCents: number): void {
    const ages = this.#ages
    this.born.copyWithin(1, 0, ages)
    this.cost.copyWithin(1, 0, ages)
    this.front.copyWithin(1, 0, ages)
    this.back.copyWithin(1, 0, ages)
    this.#frontCents.copyWithin(1, 0, ages)
    this.#backCents.copyWithin(1, 0, ages)
    this.born[0] = clicks
    this.cost[0] = clicks > 0 ? costCents : 0
    this.front[0] = 0
    this.back[0] = clicks
    this.#value(0)
    this.#weigh(Math.min(ages + 1, this.born.length))
  }

  /** Looks once at what is live among the first ages: clicks, and these times recency. */
  #weigh(most: number): void {
    this.#ages = 0
    this.#supply = 0
    this.#weightedSupply = 0
    for (let age = 0; age < most; age++) {
      const live = this.clicksOf(age)
      this.live[age] = live
      this.weights[age] = live * this.rules.recency[age]!
      this.#supply += live
      this.#weightedSupply += this.weights[age]!
      if (live > 0) this.#ages = age + 1
    }
  }

  /** Puts a lot that was alive before the first day where it stood. */
  restore(lot: LiveLot, age: number): void {
    this.born[age] = lot.clicks
    this.cost[age] = lot.costCents
    this.front[age] = lot.front
    this.back[age] = lot.back
    this.#value(age)
    this.#ages = Math.max(this.#ages, age + 1)
  }

  /** Keeps what comes before both ends of the live clicks, so that days on which neither moves need not ask. */
  #value(age: number): void {
    this.#frontCents[age] = this.costBefore(age, this.front[age]!)
    this.#backCents[age] = this.costBefore(age, this.back[age]!)
  }

  /** Clicks of a lot that are still there. */
  clicksOf(age: number): number {
    return this.back[age]! - this.front[age]!
  }

  /** Live clicks of all ages at the day's beginning. */
  supply(): number {
    return this.#supply
  }

  /** The same times recency: a safe integer up to nine billion clicks. */
  weightedSupply(): number {
    return this.#weightedSupply
  }

  /** Cost of positions [0, position) of a lot: floor(cost * position / clicks). */
  costBefore(age: number, position: number): number {
    return position === 0 ? 0 : mulDivFloor(this.cost[age]!, position, this.born[age]!)
  }

  /**
   * One day of one lot: takes clicks from its front, then lets at most floor(n * survival[age + 1])
   * live on; the rest leaves from its back, expired at the window's end, decayed before.
   */
  close(age: number, taken: number): LotMovement {
    const opening = this.clicksOf(age)
    const front = this.front[age]!
    const back = this.back[age]!
    const mayLive = mulDivFloor(this.born[age]!, this.rules.survival[age + 1]!, MILLION)
    const newFront = front + taken
    const newBack = Math.min(back, newFront + mayLive)
    this.front[age] = newFront
    this.back[age] = newBack
    const from = this.#frontCents[age]!
    const consumedTo = taken === 0 ? from : this.costBefore(age, newFront)
    const to = this.#backCents[age]!
    const liveTo = newBack === back ? to : this.costBefore(age, newBack)
    this.#frontCents[age] = consumedTo
    this.#backCents[age] = liveTo
    const atEnd = age === this.born.length - 1
    return {
      openingClicks: age === 0 ? 0 : opening,
      bornClicks: age === 0 ? opening : 0,
      consumedClicks: taken,
      decayedClicks: atEnd ? 0 : back - newBack,
      expiredClicks: atEnd ? back - newBack : 0,
      closingClicks: newBack - newFront,
      openingCents: age === 0 ? 0 : to - from,
      bornCents: age === 0 ? to - from : 0,
      consumedCents: consumedTo - from,
      decayedCents: atEnd ? 0 : to - liveTo,
      expiredCents: atEnd ? to - liveTo : 0,
      closingCents: liveTo - consumedTo,
      firstPosition: front,
    }
  }

  /** The live lots, oldest first. */
  lots(today: number): LiveLot[] {
    const lots: LiveLot[] = []
    for (let age = this.born.length - 1; age >= 0; age--) {
      if (this.clicksOf(age) === 0) continue
      lots.push({
        channel: this.rules.channel,
        clickDay: today - age,
        clicks: this.born[age]!,
        costCents: this.cost[age]!,
        front: this.front[age]!,
        back: this.back[age]!,
      })
    }
    return lots
  }
}
