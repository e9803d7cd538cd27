import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../src/attribution/choice.js'

const day = (t: number, orders: number, weights: number[], capacities: number[]) => ({
  day: 17_000 + t,
  orders,
  weights,
  capacities,
})

describe('choice sampled', () => {
  const sampled = choiceOf({ choice: 'sampled', seed: 42 })

  it('draws what is expected on average', () => {
    const totals = [0, 0, 0]
    for (let t = 0; t < 2_000; t++) {
      const counts = sampled(day(t, 10, [1, 2, 5], [100, 100, 100]))
      for (const [c, count] of counts.entries()) totals[c]! += count
    }
    const shares = totals.map((total) => total / 20_000)
    for (const [c, share] of [0.125, 0.25, 0.625].entries()) {
      expect(Math.abs(shares[c]! - share)).toBeLessThan(0.015)
    }
  })

  it('places whoever finds a channel full elsewhere, and stops when all are full', () => {
    for (let t = 0; t < 200; t++) {
      const counts = Array.from(sampled(day(t, 20, [8, 1, 0], [5, 7, 9])))
      expect(counts).toEqual([5, 7, 0])
      const some = Array.from(sampled(day(t, 10, [8, 1, 1], [5, 7, 9])))
      expect(some[0]).toBeLessThanOrEqual(5)
      expect(some.reduce((sum, count) => sum + count, 0)).toBe(10)
    }
  })

  it('draws the same for the same seed and day, and other for another', () => {
    const draw = (seed: number, t: number) =>
      Array.from(choiceOf({ choice: 'sampled', seed })(day(t, 500, [1, 1, 1], [500, 500, 500])))
    expect(draw(7, 1)).toEqual(draw(7, 1))
    expect(draw(7, 1)).not.toEqual(draw(7, 2))
    expect(draw(7, 1)).not.toEqual(draw(8, 1))
  })
})
