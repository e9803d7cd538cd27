import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBins } from '../../../src/notebook/figures/bins.js'

const options = { value: 'v', bins: 10, divisor: 1 }
const rowsOf = (values: readonly (number | null)[]) => values.map((v) => ({ v }))

describe('countBins', () => {
  it('puts whole numbers of a small range in the middle of bars of one', () => {
    expect(countBins(rowsOf([1, 1, 3]), options)).toEqual([
      { from: 0.5, to: 1.5, count: 2 },
      { from: 1.5, to: 2.5, count: 0 },
      { from: 2.5, to: 3.5, count: 1 },
    ])
  })

  it('has an edge at zero, so that losses and gains share no bar', () => {
    const bins = countBins(rowsOf([-250, -1, 0, 999]), { ...options, divisor: 100 })
    expect(bins.some(({ from }) => from === 0)).toBe(true)
    expect(bins.filter(({ to }) => to <= 0).reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('weighs by a column of counts and passes over what is unknown', () => {
    const rows = [
      { v: 1, n: 5 },
      { v: 2, n: 3 },
      { v: null, n: 9 },
    ]
    expect(countBins(rows, { ...options, count: 'n' }).map(({ count }) => count)).toEqual([5, 3])
  })

  it('counts what lies beyond the range in the outer bars', () => {
    const bins = countBins(rowsOf([-1e6, 0, 5, 1e6]), { ...options, range: [-10, 10] })
    expect(bins[0]!.count).toBe(1)
    expect(bins.at(-1)!.count).toBe(1)
    expect(bins[0]!.from).toBeGreaterThanOrEqual(-12)
  })

  it('makes one bar of one value and none of none', () => {
    expect(countBins(rowsOf([1234]), { ...options, divisor: 100 })).toHaveLength(1)
    expect(countBins([], options)).toEqual([])
  })

  it('loses no value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
        const bins = countBins(rowsOf(values), { ...options, divisor: 100 })
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        expect(bins.length).toBeLessThan(25)
      }),
    )
  })
})
