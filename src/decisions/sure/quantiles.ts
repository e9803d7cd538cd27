/** A figure with its range: mean over draws, and the quantiles 5% and 95%. */
export interface Range {
  readonly low: number
  readonly mean: number
  readonly high: number
}

/** Mean and 5% to 95% of draws; at least one. */
export function rangeOf(draws: Float64Array): Range {
  const sorted = Float64Array.from(draws).sort()
  return { low: quantile(sorted, 0.05), mean: meanOf(draws), high: quantile(sorted, 0.95) }
}

/** A quantile of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan, 1996). */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below]!
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}

/** Mean of numbers, 0 of none. */
export function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return values.length === 0 ? 0 : sum / values.length
}

/** Share of draws above a bar. */
export function shareAbove(draws: Float64Array, bar: number): number {
  let above = 0
  for (const draw of draws) if (draw > bar) above++
  return above / draws.length
}
