import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CountSketch } from '../../../src/market/draws/count-sketch.js'

const shares = [0, 0.05, 0.5, 0.95, 1]

function exact(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!
}

describe('CountSketch', () => {
  it('is exact for small counts', () => {
    const sketch = new CountSketch(2, 6)
    for (const count of [5, 1, 3, 2, 4]) sketch.add(1, count)
    expect(sketch.quantiles(1, [0, 0.2, 0.5, 0.9, 1])).toEqual([1, 1, 3, 5, 5])
    expect(sketch.quantiles(0, [0.5])).toEqual([0])
  })

  it('keeps its declared error for counts of any size', () => {
    const counts = fc.array(fc.oneof(fc.nat(127), fc.nat(5_000), fc.nat(0xffff_ffff)), {
      minLength: 1,
      maxLength: 80,
    })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 16 }), (values, precision) => {
        const sketch = new CountSketch(1, precision)
        for (const value of values) sketch.add(0, value)
        sketch.quantiles(0, shares).forEach((estimate, i) => {
          const truth = exact(values, shares[i]!)
          const allowed = CountSketch.relativeError(precision) * truth
          expect(Math.abs(estimate - truth)).toBeLessThanOrEqual(allowed)
        })
      }),
    )
  })

  it('tallies of parts merge to the tally of the whole', () => {
    const parts = [new CountSketch(1, 6), new CountSketch(1, 6)]
    const whole = new CountSketch(1, 6)
    for (let i = 0; i < 1_000; i++) {
      parts[i % 2]!.add(0, i * i)
      whole.add(0, i * i)
    }
    parts[0]!.merge(parts[1]!.tallies)
    expect(parts[0]!.tallies).toEqual(whole.tallies)
  })
})
