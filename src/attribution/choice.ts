import { sum } from '../numbers.js'
import { binomial } from '../random/binomial.js'
import { keyedStreams, type Stream } from '../random/stream.js'
import type { InventoryRules } from './rules.js'
import { waterFill } from './water-fill.js'

/** One day's choice: orders in search of a channel. */
export interface ChoiceInput {
  /** Day number. */
  readonly day: number
  /** Orders that look at marketing. */
  readonly orders: number
  /** Per channel: recency-weighted supply, a non-negative integer. */
  readonly weights: ArrayLike<number | bigint>
  /** Per channel: orders it can serve at most. */
  readonly capacities: ArrayLike<number>
}

/** Spreads the orders of a day over the channels; the sum is min(orders, sum of capacities). */
export type Choice = (input: ChoiceInput) => Float64Array

/** The choice of a policy. */
export function choiceOf({ choice, seed }: Pick<InventoryRules, 'choice' | 'seed'>): Choice {
  return choice === 'expected' ? expected : sampled(seed)
}

/** What the average day would choose: in proportion to weight, capped and re-spread. */
function expected({ orders, weights, capacities }: ChoiceInput): Float64Array {
  return waterFill({ total: orders, weights, caps: capacities })
}

/**
 * Every order draws its channel with probability in proportion to weight. Who draws a channel that is
 * full draws again among the others, until every order is placed or nothing has room: at least one
 * channel fills in every round but the last.
 */
function sampled(seed: number): Choice {
  const streamOf = keyedStreams(seed, 'direct', 'choice')
  return ({ day, orders, weights, capacities }) => {
    const stream = streamOf(day)
    const placed = new Float64Array(weights.length)
    let left = orders
    while (left > 0) {
      const open = Array.from(weights, (weight, c) =>
        placed[c]! < capacities[c]! ? Number(weight) : 0,
      )
      const drawn = multinomial(stream, left, open)
      if (!drawn) break
      for (const [c, count] of drawn.entries()) {
        const fits = Math.min(count, capacities[c]! - placed[c]!)
        placed[c]! += fits
        left -= fits
      }
    }
    return placed
  }
}

/** Counts of `n` draws in proportion to weights, by conditional binomials; none without weight. */
function multinomial(stream: Stream, n: number, weights: readonly number[]): number[] | undefined {
  let weightLeft = sum(weights)
  if (weightLeft <= 0) return undefined
  const last = weights.findLastIndex((weight) => weight > 0)
  let left = n
  return weights.map((weight, c) => {
    if (weight === 0) return 0
    const count = c === last ? left : binomial(stream, left, Math.min(1, weight / weightLeft))
    weightLeft -= weight
    left -= count
    return count
  })
}
