import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waterFill } from '../../src/attribution/water-fill.js'

const fill = (total: number, weights: (number | bigint)[], caps: number[]) =>
  Array.from(waterFill({ total, weights, caps }))

describe('waterFill', () => {
  it('spreads in proportion where no cap binds', () => {
    expect(fill(10, [1, 4], [100, 100])).toEqual([2, 8])
  })

  it('spreads again what does not fit under a cap', () => {
    expect(fill(12, [2, 1, 1], [3, 100, 100])).toEqual([3, 5, 4])
  })

  it('caps in cascade: the second cap binds only after the first has given back', () => {
    expect(fill(12, [6, 3, 3], [2, 4, 100])).toEqual([2, 4, 6])
  })

  it('gives leftovers to the largest remainders, ties to the lower index', () => {
    expect(fill(2, [1, 1, 1], [9, 9, 9])).toEqual([1, 1, 0])
    expect(fill(1, [1, 2], [9, 9])).toEqual([0, 1])
  })

  it('stops when everyone is full', () => {
    expect(fill(100, [1, 1], [3, 4])).toEqual([3, 4])
  })

  it('gives nothing to who weighs nothing', () => {
    expect(fill(5, [0, 1], [9, 3])).toEqual([0, 3])
    expect(fill(5, [0, 0], [9, 9])).toEqual([0, 0])
    expect(fill(0, [1, 1], [9, 9])).toEqual([0, 0])
  })

  it('is exact beyond 2^53', () => {
    expect(fill(3, [2n ** 70n, 2n ** 71n], [9, 9])).toEqual([1, 2])
    const huge = 2 ** 52
    expect(fill(huge, [huge, huge], [huge, 7])).toEqual([huge - 7, 7])
  })
})

const someone = fc.record({ weight: fc.nat(50), cap: fc.nat(30) })

describe('waterFill for any totals, weights and caps', () => {
  it('places all that fits, none above a cap', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.array(someone, { maxLength: 12 }), (total, all) => {
        const weights = all.map(({ weight }) => weight)
        const caps = all.map(({ cap }) => cap)
        const parts = fill(total, weights, caps)
        const room = all.reduce((sum, { weight, cap }) => sum + (weight > 0 ? cap : 0), 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(Math.min(total, room))
        for (const [i, part] of parts.entries()) expect(part).toBeLessThanOrEqual(caps[i]!)
      }),
      { numRuns: 2000 },
    )
  })

  it('stays within one of the real-valued water level', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.array(someone, { minLength: 1, maxLength: 8 }), (total, all) => {
        const parts = fill(
          total,
          all.map(({ weight }) => weight),
          all.map(({ cap }) => cap),
        )
        const level = waterLevel(total, all)
        for (const [i, { weight, cap }] of all.entries()) {
          expect(Math.abs(parts[i]! - Math.min(cap, level * weight))).toBeLessThan(1 + 1e-6)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same on numbers and on big integers', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.array(someone, { maxLength: 8 }), (total, all) => {
        const caps = all.map(({ cap }) => cap)
        const small = fill(
          total,
          all.map(({ weight }) => weight),
          caps,
        )
        const big = fill(
          total,
          all.map(({ weight }) => BigInt(weight) << 60n),
          caps,
        )
        expect(big).toEqual(small)
      }),
    )
  })

  it('gives more to whoever asks when the total grows, never less in sum', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.array(someone, { maxLength: 8 }), (total, all) => {
        const weights = all.map(({ weight }) => weight)
        const caps = all.map(({ cap }) => cap)
        const sum = (n: number) => fill(n, weights, caps).reduce((a, b) => a + b, 0)
        expect(sum(total + 1)).toBeGreaterThanOrEqual(sum(total))
      }),
    )
  })
})

/** The level at which min(cap, level * weight) sums to what can be placed, by bisection. */
function waterLevel(total: number, all: readonly { weight: number; cap: number }[]): number {
  const open = all.filter(({ weight }) => weight > 0)
  const target = Math.min(
    total,
    open.reduce((sum, { cap }) => sum + cap, 0),
  )
  let [low, high] = [0, 400]
  for (let i = 0; i < 100; i++) {
    const level = (low + high) / 2
    const placed = open.reduce((sum, { weight, cap }) => sum + Math.min(cap, level * weight), 0)
    if (placed < target) low = level
    else high = level
  }
  return high
}
