import type { Stream } from './stream.js'

/** A standard normal draw: Box and Muller (1958), one of the pair, two uniforms a draw. */
export function normal(stream: Stream): number {
  const radius = Math.sqrt(-2 * Math.log(stream.uniform()))
  return radius * Math.cos(2 * Math.PI * stream.uniform())
}

/**
 * A log-normal factor with mean 1: exp(sigma z - sigma^2 / 2).
 *
 * @param sigma standard deviation of the logarithm, >= 0; 0 gives exactly 1
 */
export function meanOneLogNormal(stream: Stream, sigma: number): number {
  return sigma === 0 ? 1 : Math.exp(sigma * normal(stream) - (sigma * sigma) / 2)
}

/**
 * A Poisson count. Inversion below a mean of 10; above it the transformed rejection PTRS of
 * Hormann, "The transformed rejection method for generating Poisson random variables",
 * Insurance: Mathematics and Economics 12 (1993).
 *
 * @param mean >= 0
 * @returns a non-negative integer
 */
export function poisson(stream: Stream, mean: number): number {
  if (!(mean >= 0 && Number.isFinite(mean))) {
    throw new RangeError(`poisson: got a mean of ${mean}, allowed finite numbers >= 0`)
  }
  if (mean === 0) return 0
  return mean < 10 ? poissonByInversion(stream, mean) : poissonByRejection(stream, mean)
}

function poissonByInversion(stream: Stream, mean: number): number {
  let probability = Math.exp(-mean)
  let left = stream.uniform()
  let count = 0
  while (left > probability && count < 1000) {
    left -= probability
    count++
    probability *= mean / count
  }
  return count
}

function poissonByRejection(stream: Stream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const acceptBelow = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = stream.uniform() - 0.5
    const v = stream.uniform()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= acceptBelow) return count
    if (count < 0 || (us < 0.013 && v > us)) continue
    const log = Math.log((v * inverseAlpha) / (a / (us * us) + b))
    if (log <= count * Math.log(mean) - mean - logFactorial(count)) return count
  }
}

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

/** ln(n!) by Stirling's series (Abramowitz and Stegun 6.1.41); exact sums below 10. */
export function logFactorial(n: number): number {
  if (n < 10) {
    let log = 0
    for (let i = 2; i <= n; i++) log += Math.log(i)
    return log
  }
  const x = n + 1
  const inverse = 1 / x
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square / 1260))
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series
}

/**
 * A gamma draw: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM
 * Transactions on Mathematical Software 26 (2000); shapes below 1 by their boost.
 *
 * @param shape > 0
 * @param scale > 0; the mean is shape * scale
 */
export function gamma(stream: Stream, shape: number, scale: number): number {
  if (!(shape > 0 && scale > 0 && Number.isFinite(shape) && Number.isFinite(scale))) {
    throw new RangeError(`gamma: got shape ${shape} and scale ${scale}, allowed numbers > 0`)
  }
  if (shape < 1) return gamma(stream, shape + 1, scale) * stream.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = normal(stream)
    const v = (1 + c * z) ** 3
    if (v <= 0) continue
    if (Math.log(stream.uniform()) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v * scale
  }
}

/**
 * A negative binomial count, as a Poisson count whose mean is a gamma draw: mean `mean`, variance
 * mean + mean^2 / dispersion.
 *
 * @param mean >= 0
 * @param dispersion > 0; the larger, the closer to Poisson
 * @returns a non-negative integer
 */
export function negativeBinomial(stream: Stream, mean: number, dispersion: number): number {
  return mean === 0 ? 0 : poisson(stream, gamma(stream, dispersion, mean / dispersion))
}
