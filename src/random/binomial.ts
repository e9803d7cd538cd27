import { logFactorial } from './distributions.js'
import type { Stream } from './stream.js'

/**
 * A binomial count: successes among n trials. Inversion where the expected count of the rarer outcome
 * is below 10; else the transformed rejection BTRD's simple form BTRS of Hormann, "The generation of
 * binomial random variates", Journal of Statistical Computation and Simulation 46 (1993).
 *
 * @param n integer >= 0
 * @param probability 0 to 1
 */
export function binomial(stream: Stream, n: number, probability: number): number {
  if (!Number.isSafeInteger(n) || n < 0 || !(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `binomial: got n ${n}, probability ${probability}, allowed an integer >= 0 and 0..1`,
    )
  }
  if (probability > 0.5) return n - binomial(stream, n, 1 - probability)
  if (n === 0 || probability === 0) return 0
  return n * probability < 10
    ? byInversion(stream, n, probability)
    : byRejection(stream, n, probability)
}

function byInversion(stream: Stream, n: number, p: number): number {
  const odds = p / (1 - p)
  let probability = (1 - p) ** n
  let left = stream.uniform()
  let count = 0
  while (left > probability && count < n) {
    left -= probability
    count++
    probability *= ((n - count + 1) / count) * odds
  }
  return count
}

function byRejection(stream: Stream, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const alpha = (2.83 + 5.1 / b) * spread
  const acceptBelow = 0.92 - 4.2 / b
  const mode = Math.floor((n + 1) * p)
  const logOdds = Math.log(p / (1 - p))
  for (;;) {
    const u = stream.uniform() - 0.5
    const v = stream.uniform()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + c)
    if (count < 0 || count > n) continue
    if (us >= 0.07 && v <= acceptBelow) return count
    const log = Math.log((v * alpha) / (a / (us * us) + b))
    const bound =
      logFactorial(mode) +
      logFactorial(n - mode) -
      logFactorial(count) -
      logFactorial(n - count) +
      (count - mode) * logOdds
    if (log <= bound) return count
  }
}
