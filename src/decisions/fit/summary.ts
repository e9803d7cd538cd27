import { mean } from '../../numbers.js'
/** Mean and 90% interval of draws. */
export interface Interval {
  readonly low: number
  readonly mean: number
  readonly high: number
  readonly sd: number
}

const LOW = 0.05
const HIGH = 0.95

/** Mean, standard deviation and the 5% and 95% quantiles (linear between neighbours). */
export function summarise(draws: Float64Array): Interval {
  const sorted = Float64Array.from(draws).sort()
  const n = sorted.length
  const centre = mean(draws)
  const squares = draws.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return {
    low: quantile(sorted, LOW),
    mean: centre,
    high: quantile(sorted, HIGH),
    sd: Math.sqrt(squares / Math.max(n - 1, 1)),
  }
}

function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const share = at - below
  return sorted[below]! * (1 - share) + sorted[Math.min(below + 1, sorted.length - 1)]! * share
}

/** Where the first greatest number stands. */
export function indexOfMost(values: Float64Array): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
}
