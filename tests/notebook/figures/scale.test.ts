import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { niceScale, niceStep } from '../../../src/notebook/figures/scale.js'

describe('niceStep', () => {
  it.each([
    [0.3, 0.5],
    [1, 1],
    [1.1, 2],
    [2.1, 5],
    [51, 100],
  ])('rounds %d up to %d', (rough, step) => expect(niceStep(rough)).toBe(step))
})

describe('niceScale', () => {
  it('gives round ticks that hold the range', () => {
    expect(niceScale(0, 43, { count: 5 }).ticks).toEqual([0, 10, 20, 30, 40, 50])
    expect(niceScale(-3, 7, { count: 5 }).ticks).toEqual([-4, -2, 0, 2, 4, 6, 8])
    expect(niceScale(0, 0.3, { count: 3 }).ticks).toEqual([0, 0.1, 0.2, 0.3])
  })

  it('gives a range of no width some', () => {
    expect(niceScale(0, 0, { count: 2 })).toMatchObject({ low: 0, high: 1 })
    expect(niceScale(7, 7, { count: 2 })).toMatchObject({ low: 0, high: 10 })
    expect(niceScale(-7, -7, { count: 2 })).toMatchObject({ low: -10, high: 0 })
  })

  it('keeps to whole steps when told', () => {
    expect(niceScale(0, 1, { count: 5, least: 1 }).ticks).toEqual([0, 1])
  })

  it('holds any range in a fair number of steps', () => {
    const value = fc.integer({ min: -1e14, max: 1e14 }).map((cents) => cents / 100)
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(max === min || max - min > 1e-6 * Math.max(Math.abs(min), Math.abs(max)))
        const { low, high, ticks } = niceScale(min, max, { count: 5 })
        const slack = 1e-6 * (max - min)
        expect(low).toBeLessThanOrEqual(min + slack)
        expect(high).toBeGreaterThanOrEqual(max - slack)
        expect(ticks.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
