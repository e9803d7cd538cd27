import type { ErrorModel } from './whiten.js'

/**
 * The mean of unseen demand u in every period, given the errors of all periods: the fixed interval
 * smoother of the model that {@link ErrorModel} states. De Jong, "Smoothing and interpolation with
 * the state-space model" (JASA, 1989).
 */
export function smoothDemand(
  errors: Float64Array,
  { level, noise, rho, sd }: ErrorModel,
): Float64Array {
  const n = errors.length
  const predicted = new Float64Array(n)
  const variances = new Float64Array(n)
  const weighted = new Float64Array(n)
  const carry = new Float64Array(n)
  const fresh = sd * sd * (1 - rho * rho)
  let state = 0
  let variance = sd * sd
  for (let t = 0; t < n; t++) {
    const g = level[t]!
    const total = g * g * variance + noise[t]!
    const gain = (variance * g) / total
    const innovation = errors[t]! - g * state
    predicted[t] = state
    variances[t] = variance
    weighted[t] = (g * innovation) / total
    carry[t] = rho * (1 - gain * g)
    state = rho * (state + gain * innovation)
    variance = rho * rho * (variance - gain * g * variance) + fresh
  }
  const smoothed = new Float64Array(n)
  let ahead = 0
  for (let t = n - 1; t >= 0; t--) {
    ahead = weighted[t]! + carry[t]! * ahead
    smoothed[t] = predicted[t]! + variances[t]! * ahead
  }
  return smoothed
}
