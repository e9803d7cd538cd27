import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedAfter, countClicks } from '../../../src/market/engine/counts.js'

const luck = { seed: 42, channel: 'email', volatility: 0.4 } as const
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)

describe('countClicks', () => {
  it('rounded carries the remainder, without chance', () => {
    const expected = Float64Array.of(0.4, 0.4, 0.4, 1.3, 0)
    const counts = countClicks(expected, 0, { ...luck, counts: { kind: 'rounded' } })
    expect([...counts]).toEqual([0, 1, 0, 2, 0])
    expect(carriedAfter(expected)).toBeCloseTo(-0.5, 12)
  })

  it('rounded never drifts more than half a click from the expectation', () => {
    const series = fc.array(fc.double({ min: 0, max: 1_000, noNaN: true }), { maxLength: 200 })
    fc.assert(
      fc.property(series, (values) => {
        const expected = Float64Array.from(values)
        const counts = countClicks(expected, 0, { ...luck, counts: { kind: 'rounded' } })
        expect(Math.abs(sum(counts) - sum(expected))).toBeLessThan(0.5 + 1e-6)
        expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true)
      }),
    )
  })

  it('drawn counts keep the mean and spread that are declared', () => {
    const expected = new Float64Array(20_000).fill(50)
    const spread = (counts: Float64Array) => {
      const mean = sum(counts) / counts.length
      return { mean, variance: sum(counts.map((count) => (count - mean) ** 2)) / counts.length }
    }
    const volatility = 50 ** 2 * Math.expm1(0.4 ** 2)
    const poisson = spread(countClicks(expected, 0, { ...luck, counts: { kind: 'poisson' } }))
    expect(poisson.mean / 50).toBeCloseTo(1, 1)
    expect(poisson.variance / (50 + volatility)).toBeCloseTo(1, 1)
    const counts = { kind: 'negative_binomial', dispersion: 5 } as const
    const wide = spread(countClicks(expected, 0, { ...luck, counts }))
    const second = 50 ** 2 * Math.exp(0.4 ** 2)
    expect(wide.mean / 50).toBeCloseTo(1, 1)
    expect(wide.variance / (50 + volatility + second / 5)).toBeCloseTo(1, 1)
  })

  it('keeps what was observed, in every world', () => {
    const expected = Float64Array.of(10, 10, 10)
    const observedClicks = [NaN, 77, 0]
    for (const world of [0, 1, 2]) {
      const counts = countClicks(expected, 0, {
        ...luck,
        counts: { kind: 'poisson' },
        observedClicks,
        world,
      })
      expect([...counts.slice(1)]).toEqual([77, 0])
    }
  })
})
