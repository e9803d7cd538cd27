import { logNormalCdf, normalQuantileOfLog } from '../fit/normal.js'
import type { Range } from '../sure/quantiles.js'

const LOW = 0.05
const HIGH = 0.95

/** Mean and 5% to 95% of a normal that is cut at 0. */
export function cutNormal(centre: number, sd: number): Range {
  const z = centre / sd
  const logAbove = logNormalCdf(z)
  const quantile = (p: number) => centre - sd * normalQuantileOfLog(Math.log1p(-p) + logAbove)
  const density = Math.exp(-0.5 * z * z - logAbove) / Math.sqrt(2 * Math.PI)
  return { low: quantile(LOW), mean: centre + sd * density, high: quantile(HIGH) }
}

/** Mean and 5% to 95% of values that stand with some weight each; the weights sum to 1. */
export function weightedRange(values: readonly number[], weights: Float64Array): Range {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  const quantile = (p: number) => {
    let below = 0
    for (const i of order) {
      below += weights[i]!
      if (below >= p) return values[i]!
    }
    return values[order.at(-1)!]!
  }
  const mean = values.reduce((sum, value, i) => sum + value * weights[i]!, 0)
  return { low: quantile(LOW), mean, high: quantile(HIGH) }
}
