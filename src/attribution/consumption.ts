import type { ConsumptionPolicy } from './rules.js'
import type { Shelf } from './shelf.js'
import { waterFill } from './water-fill.js'

/** How a channel uses its lots on one day. */
export interface Consumption {
  /** The order in which the day's consumed sequence runs over the lots. */
  readonly oldestFirst: boolean
  /** Clicks to take of each age; they sum to `clicks`, none above what is live. */
  take(shelf: Shelf, clicks: number): Float64Array
}

/** The consumption of a policy. */
export function consumptionOf(policy: ConsumptionPolicy): Consumption {
  switch (policy) {
    case 'recency_weighted':
      return { oldestFirst: false, take: byRecency }
    case 'fifo':
      return { oldestFirst: true, take: (shelf, clicks) => inTurn(shelf, clicks, true) }
    case 'lifo':
      return { oldestFirst: false, take: (shelf, clicks) => inTurn(shelf, clicks, false) }
  }
}

/** Young lots more than old ones, each in proportion to live clicks times recency. */
function byRecency(shelf: Shelf, clicks: number): Float64Array {
  const { recency, windowDays } = shelf.rules
  const caps = new Float64Array(windowDays)
  const weights = new Float64Array(windowDays)
  for (let age = 0; age < windowDays; age++) {
    caps[age] = shelf.live(age)
    weights[age] = caps[age]! * recency[age]!
  }
  return waterFill({ total: clicks, weights, caps })
}

/** One lot after the other until there is enough. */
function inTurn(shelf: Shelf, clicks: number, oldestFirst: boolean): Float64Array {
  const taken = new Float64Array(shelf.rules.windowDays)
  let left = clicks
  for (const age of shelf.agesInOrder(oldestFirst)) {
    taken[age] = Math.min(left, shelf.live(age))
    left -= taken[age]!
  }
  return taken
}
