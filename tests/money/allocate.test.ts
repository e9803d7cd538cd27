import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../src/money/allocate.js'

describe('allocate', () => {
  it.each([
    { whole: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
    { whole: 10, weights: [1, 2, 3], parts: [2, 3, 5] },
    { whole: 5, weights: [0, 1, 0], parts: [0, 5, 0] },
    { whole: 7, weights: [0, 0], parts: [4, 3] },
    { whole: -100, weights: [1, 1, 1], parts: [-34, -33, -33] },
    { whole: 0, weights: [3, 1], parts: [0, 0] },
    { whole: 100, weights: [0.5, 0.25, 0.25], parts: [50, 25, 25] },
    { whole: 1, weights: [0.3, 0.7], parts: [0, 1] },
  ])('splits $whole over $weights', ({ whole, weights, parts }) => {
    expect(allocate(whole, weights)).toEqual(parts)
  })

  it('is exact where products pass 2^53', () => {
    const whole = 9_007_199_254_740_991
    const parts = allocate(whole, [1_000_000_007, 998_244_353])
    expect(BigInt(parts[0]!) + BigInt(parts[1]!)).toBe(BigInt(whole))
  })

  it('refuses what cannot be split', () => {
    expect(() => allocate(1.5, [1])).toThrow('got a whole of 1.5')
    expect(() => allocate(1, [])).toThrow('got no weights')
    expect(() => allocate(1, [1, -1])).toThrow('weight 1 is -1')
    expect(() => allocate(1, [Number.NaN])).toThrow('weight 0 is NaN')
  })

  const wholes = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
  const weightLists = fc.oneof(
    fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 40 }),
    fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }),
  )

  it('gives parts that sum to the whole', () => {
    fc.assert(
      fc.property(wholes, weightLists, (whole, weights) => {
        expect(allocate(whole, weights).reduce((a, b) => a + b, 0)).toBe(whole)
      }),
    )
  })

  it('gives every part its quota, rounded down or up', () => {
    const integers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), integers, (whole, weights) => {
        const total = weights.reduce((a, b) => a + b, 0)
        fc.pre(total > 0)
        allocate(whole, weights).forEach((part, i) => {
          const floor = Math.floor((whole * weights[i]!) / total)
          expect(part - floor === 0 || part - floor === 1).toBe(true)
        })
      }),
    )
  })

  it('never gives more to a smaller weight', () => {
    const integers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), integers, (whole, weights) => {
        const parts = allocate(whole, weights)
        const order = weights.map((_, i) => i).sort((a, b) => weights[a]! - weights[b]!)
        for (let k = 1; k < order.length; k++) {
          const [low, high] = [order[k - 1]!, order[k]!]
          if (weights[low]! < weights[high]!) {
            expect(parts[high]!).toBeGreaterThanOrEqual(parts[low]!)
          }
        }
      }),
    )
  })
})
