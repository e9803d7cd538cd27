import { adstockWeights, type Kernel } from './kernel.js'

/**
 * Market memory: exposure[t] = sum over k < maxLag of weights[k] * series[t - k], days before the
 * first counting as 0. Appending days changes no earlier exposure.
 *
 * @param series what was advertised each day, e.g. impressions, oldest first
 * @returns exposure in the unit of the series, same length
 * @throws InputError on a kernel's parameter out of range
 */
export function adstock(series: ArrayLike<number>, kernel: Kernel): Float64Array {
  return convolve(series, adstockWeights(kernel))
}

/**
 * The weighted sum behind {@link adstock}, in a fixed order of addition (today first), so that the
 * same days give the same bits wherever a run starts.
 *
 * @param past the days before the series, oldest first. Default none: they count as 0.
 */
export function convolve(
  series: ArrayLike<number>,
  weights: Float64Array,
  past: ArrayLike<number> = [],
): Float64Array {
  const exposure = new Float64Array(series.length)
  for (let t = 0; t < series.length; t++) {
    const lags = Math.min(weights.length, t + 1 + past.length)
    const since = Math.min(lags, t + 1)
    let sum = 0
    for (let k = 0; k < since; k++) sum += weights[k]! * series[t - k]!
    for (let k = since; k < lags; k++) sum += weights[k]! * past[past.length + t - k]!
    exposure[t] = sum
  }
  return exposure
}
