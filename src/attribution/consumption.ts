import type { LiveLots } from './live-lots.js'
import type { ConsumptionPolicy } from './rules.js'
import { waterFill } from './water-fill.js'

/** How a channel uses its lots on one day. */
export interface Consumption {
  /** The order in which the day's consumed sequence runs over the lots. */
  readonly oldestFirst: boolean
  /** Clicks to take of each age; they sum to `clicks`, none above what is live. The lots' next day overwrites them. */
  take(lots: LiveLots, clicks: number): Float64Array
}

/** The consumption of a policy. */
export function consumptionOf(policy: ConsumptionPolicy): Consumption {
  switch (policy) {
    case 'recency_weighted':
      return { oldestFirst: false, take: byRecency }
    case 'fifo':
      return { oldestFirst: true, take: (lots, clicks) => oneAfterAnother(lots, clicks, true) }
    case 'lifo':
      return { oldestFirst: false, take: (lots, clicks) => oneAfterAnother(lots, clicks, false) }
  }
}

/** Young lots more than old ones, each in proportion to live clicks times recency. */
function byRecency(lots: LiveLots, clicks: number): Float64Array {
  const { weights, live, ages, taken } = lots
  return waterFill({ total: clicks, weights, caps: live, count: ages }, taken)
}

/** One lot after the other until there is enough. */
function oneAfterAnother(lots: LiveLots, clicks: number, oldestFirst: boolean): Float64Array {
  const { live, ages, taken } = lots
  let left = clicks
  for (let i = 0; i < ages; i++) {
    const age = oldestFirst ? ages - 1 - i : i
    taken[age] = Math.min(left, live[age]!)
    left -= taken[age]!
  }
  return taken
}
