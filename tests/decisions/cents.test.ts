import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeCents } from '../../src/decisions/cents.js'

describe('wholeCents', () => {
  it('gives what is left to the largest fractions, of either sign', () => {
    expect(wholeCents([0.4, 0.4, 0.4])).toEqual([1, 0, 0])
    expect(wholeCents([-0.4, 0.7, 1.2])).toEqual([0, 1, 1])
    expect(wholeCents([-1.5, -1.5])).toEqual([-1, -2])
    expect(wholeCents([0, 0])).toEqual([0, 0])
    expect(wholeCents([])).toEqual([])
  })

  it('sums to the rounded sum, and moves no part by a cent', () => {
    const amounts = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(amounts, (values) => {
        const parts = wholeCents(values)
        const total = values.reduce((a, b) => a + b, 0)
        expect(Math.abs(parts.reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(0.5 + 1e-9)
        for (const [i, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true)
          expect(Math.abs(part - values[i]!)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
