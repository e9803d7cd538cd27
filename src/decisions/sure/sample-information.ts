import { normal } from '../../random/distributions.js'
import type { KeyedStream } from '../../random/stream.js'
import type { ProfitDraws } from './profit-draws.js'
import { meanOf } from './quantiles.js'

/** What an experiment would show: a figure that each draw predicts, and the error it is measured with. */
export interface Signal {
  readonly predicted: Float64Array
  readonly standardError: number
}

/**
 * Expected value of sample information: the mean gain of choosing again after the experiment over today's best
 * plan, cents over the horizon, before its cost. Draws take turns as the truth; each makes a result with chance;
 * the result weighs all draws by their normal density; the best plan under the weights is chosen, and judged under
 * them. Never negative, since today's best plan stays a choice.
 *
 * @param outcomes results that are tried
 * @param luck a stream for each result, at its own number
 */
export function sampleInformation(
  profits: ProfitDraws,
  { predicted, standardError }: Signal,
  outcomes: number,
  luck: KeyedStream,
): number {
  const weights = new Float64Array(profits.draws)
  const gains = new Float64Array(outcomes).map((_, o) => {
    const truth = Math.floor(((o + 0.5) * profits.draws) / outcomes)
    const result = predicted[truth]! + standardError * normal(luck.at(o))
    weigh(weights, predicted, result, standardError)
    return gainUnder(profits, weights)
  })
  return meanOf(gains)
}

/** Normal densities of a result under each draw, summing to 1. */
function weigh(weights: Float64Array, predicted: Float64Array, result: number, se: number): void {
  let least = Infinity
  for (let d = 0; d < weights.length; d++) {
    weights[d] = 0.5 * ((result - predicted[d]!) / se) ** 2
    least = Math.min(least, weights[d]!)
  }
  let total = 0
  for (let d = 0; d < weights.length; d++) {
    weights[d] = Math.exp(least - weights[d]!)
    total += weights[d]!
  }
  for (let d = 0; d < weights.length; d++) weights[d]! /= total
}

/** Weighted mean profit of the plan that is best under the weights, less today's best plan's. */
function gainUnder({ draws, channels }: ProfitDraws, weights: Float64Array): number {
  let gain = 0
  for (const { profit, multiples, best } of channels) {
    const width = multiples.length
    const mean = new Float64Array(width)
    for (let d = 0; d < draws; d++) {
      const weight = weights[d]!
      if (weight < 1e-12) continue
      for (let i = 0; i < width; i++) mean[i]! += weight * profit[d * width + i]!
    }
    gain += mean.reduce((a, b) => Math.max(a, b)) - mean[best]!
  }
  return gain
}
