import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mulDivFloor, roundHalfAway, shareOf } from '../../src/money/round.js'

describe('roundHalfAway', () => {
  it.each([
    [2.5, 3],
    [-2.5, -3],
    [2.4, 2],
    [-0.4, 0],
    [0.5, 1],
    [-0.5, -1],
  ])('rounds %d to %d', (value, rounded) => {
    expect(roundHalfAway(value)).toBe(rounded)
  })

  it('refuses what is not a number', () => {
    expect(() => roundHalfAway(Number.NaN)).toThrow('got NaN')
  })
})

describe('shareOf', () => {
  it.each([
    { amount: 10_000, bps: 350, share: 350 },
    { amount: 1, bps: 5_000, share: 1 },
    { amount: -1, bps: 5_000, share: -1 },
    { amount: 1, bps: 4_999, share: 0 },
    { amount: 999, bps: 10_000, share: 999 },
  ])('takes $bps bps of $amount', ({ amount, bps, share }) => {
    expect(shareOf(amount, bps)).toBe(share)
  })
})

describe('mulDivFloor', () => {
  it('equals the quotient of big integers', () => {
    const size = fc.nat({ max: 2 ** 31 - 1 })
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (a, b, c) => {
        expect(mulDivFloor(a, b, c)).toBe(Number((BigInt(a) * BigInt(b)) / BigInt(c)))
      }),
    )
  })
})
