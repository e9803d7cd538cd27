import { describe, expect, it } from 'vitest'
import { binomial } from '../../src/random/binomial.js'
import { keyedStreams, type Stream } from '../../src/random/stream.js'

const stream = (): Stream => keyedStreams(42, 'test', 'binomial')(0)

function moments(n: number, p: number, draws = 40_000) {
  const from = stream()
  const counts = Array.from({ length: draws }, () => binomial(from, n, p))
  const mean = counts.reduce((a, b) => a + b, 0) / draws
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / draws
  return { mean, variance, counts }
}

describe('binomial', () => {
  it.each([
    [5, 0.3],
    [40, 0.1],
    [100, 0.35],
    [1000, 0.5],
    [200, 0.93],
    [1_000_000, 0.2],
  ])('has mean np and variance np(1-p) for n %d, p %d', (n, p) => {
    const { mean, variance, counts } = moments(n, p)
    const expected = n * p * (1 - p)
    expect(Math.abs(mean - n * p)).toBeLessThan(5 * Math.sqrt(expected / counts.length))
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.05)
    expect(counts.every((count) => Number.isInteger(count) && count >= 0 && count <= n)).toBe(true)
  })

  it('hits every count of a small case as often as it should', () => {
    const { counts } = moments(3, 0.25)
    const shares = [0, 1, 2, 3].map((k) => counts.filter((count) => count === k).length / 40_000)
    const exact = [27, 27, 9, 1].map((ways) => ways / 64)
    for (const [k, share] of shares.entries()) {
      expect(Math.abs(share - exact[k]!)).toBeLessThan(0.01)
    }
  })

  it('is certain at the ends', () => {
    expect(binomial(stream(), 7, 0)).toBe(0)
    expect(binomial(stream(), 7, 1)).toBe(7)
    expect(binomial(stream(), 0, 0.5)).toBe(0)
  })

  it('refuses what is no number of trials and no probability', () => {
    expect(() => binomial(stream(), 1.5, 0.5)).toThrow(RangeError)
    expect(() => binomial(stream(), 3, 1.5)).toThrow(RangeError)
    expect(() => binomial(stream(), 3, Number.NaN)).toThrow(RangeError)
  })
})
