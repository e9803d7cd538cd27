/** The sum of numbers, added in their order; 0 of none. */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]!
  return total
}

/** The mean of numbers; NaN of none. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length
}

/** Least and greatest of numbers; zeros of none. */
export function rangeOf(values: readonly number[]): { low: number; high: number } {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}
