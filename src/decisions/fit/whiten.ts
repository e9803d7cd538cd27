/** The error of a day, e = level * u + noise: u is AR(1) with sd `sd`, noise has variance `noise`. */
export interface ErrorModel {
  readonly level: Float64Array
  readonly noise: Float64Array
  /** Autocorrelation of u, 0 to 1. */
  readonly rho: number
  /** Stationary standard deviation of u. */
  readonly sd: number
}

/** A linear map that makes the error white with variance 1. */
export interface Whitener {
  /** log determinant of the error's covariance. */
  readonly logDeterminant: number
  /** The column's innovations over their standard deviations; writes into `out`. */
  apply(column: Float64Array, out?: Float64Array): Float64Array
}

/**
 * The Kalman filter's innovations as a linear map: its gains don't depend on the column, so every
 * column costs one pass. Kohn and Ansley, "A geometrical derivation of the fixed interval smoothing
 * algorithm" (Biometrika, 1989), call it the filter's Cholesky root of the inverse covariance.
 */
export function whitener({ level, noise, rho, sd }: ErrorModel): Whitener {
  const n = level.length
  const keep = new Float64Array(n)
  const take = new Float64Array(n)
  const inverseRoot = new Float64Array(n)
  const fresh = sd * sd * (1 - rho * rho)
  let variance = sd * sd
  let logDeterminant = 0
  for (let t = 0; t < n; t++) {
    const g = level[t]!
    const total = g * g * variance + noise[t]!
    const gain = (variance * g) / total
    keep[t] = rho * (1 - gain * g)
    take[t] = rho * gain
    inverseRoot[t] = 1 / Math.sqrt(total)
    logDeterminant += Math.log(total)
    variance = rho * rho * (variance - gain * g * variance) + fresh
  }
  const apply = (column: Float64Array, out = new Float64Array(n)): Float64Array => {
    let state = 0
    for (let t = 0; t < n; t++) {
      const value = column[t]!
      out[t] = (value - level[t]! * state) * inverseRoot[t]!
      state = keep[t]! * state + take[t]! * value
    }
    return out
  }
  return { logDeterminant, apply }
}
