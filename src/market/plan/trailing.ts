/**
 * For each day the sum over the days before it: trailing[t] = sum over 1 <= k <= window of
 * values[t - k], days before the first counting as 0. A day never sees itself or its future.
 *
 * @param values integers
 * @param window days, >= 1
 */
export function trailingSums(values: ArrayLike<number>, window: number): Float64Array {
  const sums = new Float64Array(values.length)
  let sum = 0
  for (let t = 0; t < values.length; t++) {
    sums[t] = sum
    sum += values[t]!
    if (t >= window) sum -= values[t - window]!
  }
  return sums
}
