import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../src/money/allocate.js'
import { allocator } from '../../src/money/allocator.js'

describe('allocator', () => {
  it('gives the parts that allocate gives', () => {
    const weights = fc
      .array(fc.oneof(fc.nat(5), fc.nat(1_000_000_000)), { minLength: 1, maxLength: 30 })
      .filter((values) => values.some((value) => value > 0))
    const whole = fc.oneof(fc.nat(1_000), fc.nat(100_000_000), fc.maxSafeNat())
    fc.assert(
      fc.property(weights, fc.array(whole, { minLength: 1, maxLength: 5 }), (w, wholes) => {
        const split = allocator(w)
        for (const cents of wholes) expect(Array.from(split(cents))).toEqual(allocate(cents, w))
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses weights that are not integers, negative or all 0', () => {
    for (const weights of [[0.5], [-1, 2], [0, 0], []]) {
      expect(() => allocator(weights)).toThrow(RangeError)
    }
  })
})
