import { describe, expect, it } from 'vitest'
import {
  gamma,
  meanOneLogNormal,
  negativeBinomial,
  normal,
  poisson,
} from '../../src/random/distributions.js'
import { KeyedStream, type Stream } from '../../src/random/stream.js'
import { chiSquare, chiSquareLimit, largestGap, normalShare } from './goodness.js'

const DRAWS = 20_000
const KS_LIMIT = 1.63 / Math.sqrt(DRAWS)

/** One draw a day, each from a stream of its own, as the market draws. */
function sample(draw: (stream: Stream) => number, purpose: string): number[] {
  const stream = new KeyedStream({ seed: 2024, channel: 'test', purpose })
  return Array.from({ length: DRAWS }, (_, day) => draw(stream.at(day)))
}

/** Chi-square of counts against probabilities, cells of fewer than 10 expected joined to the tail. */
function goodness(counts: readonly number[], probability: (k: number) => number) {
  const found: number[] = []
  const wanted: number[] = []
  let [tail, tailCount, k] = [1, DRAWS, 0]
  let [mass, seen] = [0, 0]
  for (; tail * DRAWS > 10; k++) {
    mass += probability(k)
    seen += counts.filter((count) => count === k).length
    tail -= probability(k)
    if (mass * DRAWS < 10) continue
    found.push(seen)
    wanted.push(mass * DRAWS)
    tailCount -= seen
    mass = 0
    seen = 0
  }
  found.push(tailCount)
  wanted.push((tail + mass) * DRAWS)
  return { chiSquare: chiSquare(found, wanted), limit: chiSquareLimit(found.length - 1) }
}

const logFactorial = (n: number) => {
  let log = 0
  for (let i = 2; i <= n; i++) log += Math.log(i)
  return log
}
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

describe('samplers against their distributions (1% limits, fixed seed)', () => {
  it('normal', () => {
    expect(largestGap(sample(normal, 'normal'), normalShare)).toBeLessThan(KS_LIMIT)
  })

  it('meanOneLogNormal: log-normal, mean 1', () => {
    const sigma = 0.7
    const draws = sample((stream) => meanOneLogNormal(stream, sigma), 'lognormal')
    const share = (x: number) => normalShare((Math.log(x) + sigma ** 2 / 2) / sigma)
    expect(largestGap(draws, share)).toBeLessThan(KS_LIMIT)
    expect(mean(draws)).toBeCloseTo(1, 1)
    expect(meanOneLogNormal(new KeyedStream({ seed: 1, channel: 'a', purpose: 'b' }), 0)).toBe(1)
  })

  it('gamma with shape 1 is exponential; shape below 1 keeps its mean', () => {
    const exponential = sample((stream) => gamma(stream, 1, 3), 'gamma')
    expect(largestGap(exponential, (x) => 1 - Math.exp(-x / 3))).toBeLessThan(KS_LIMIT)
    expect(mean(sample((stream) => gamma(stream, 0.5, 2), 'half'))).toBeCloseTo(1, 1)
  })

  for (const lambda of [0.3, 4, 9.9, 10, 47.5]) {
    it(`poisson with mean ${lambda}`, () => {
      const draws = sample((stream) => poisson(stream, lambda), `poisson ${lambda}`)
      const { chiSquare, limit } = goodness(draws, (k) =>
        Math.exp(k * Math.log(lambda) - lambda - logFactorial(k)),
      )
      expect(chiSquare).toBeLessThan(limit)
    })
  }

  it('poisson with a large mean is close to normal', () => {
    const lambda = 40_000
    const draws = sample((stream) => poisson(stream, lambda), 'large')
    const share = (x: number) => normalShare((x + 0.5 - lambda) / Math.sqrt(lambda))
    expect(largestGap(draws, share)).toBeLessThan(KS_LIMIT + 0.003)
  })

  it('negativeBinomial: mean 6, dispersion 2', () => {
    const [lambda, size] = [6, 2]
    const draws = sample((stream) => negativeBinomial(stream, lambda, size), 'negbin')
    const p = size / (size + lambda)
    const { chiSquare, limit } = goodness(draws, (k) => (k + 1) * p ** size * (1 - p) ** k)
    expect(chiSquare).toBeLessThan(limit)
  })

  it('a mean of 0 gives 0; a mean that is none is refused', () => {
    const stream = new KeyedStream({ seed: 1, channel: 'a', purpose: 'b' })
    expect(poisson(stream, 0)).toBe(0)
    expect(negativeBinomial(stream, 0, 5)).toBe(0)
    expect(() => poisson(stream, NaN)).toThrow(RangeError)
    expect(() => gamma(stream, 0, 1)).toThrow(RangeError)
  })
})
