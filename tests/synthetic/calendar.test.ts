import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dailyOrders, demandWeights, seasonOf } from '../../src/synthetic/calendar.js'
import { dayOf as day } from '../../src/time/calendar.js'

describe('season', () => {
  it('peaks on the day after the fourth Thursday of November', () => {
    expect(seasonOf(day('2017-11-24'))).toBeGreaterThan(5)
    expect(seasonOf(day('2018-11-23'))).toBeGreaterThan(5)
    expect(seasonOf(day('2018-11-30'))).toBeLessThan(2)
    expect(seasonOf(day('2019-11-29'))).toBeGreaterThan(5)
  })
  it('is soft at Christmas, in January and at weekends', () => {
    expect(seasonOf(day('2017-12-25'))).toBeLessThan(0.6)
    expect(seasonOf(day('2018-01-09'))).toBeLessThan(seasonOf(day('2018-02-06')))
    expect(seasonOf(day('2018-02-10'))).toBeLessThan(seasonOf(day('2018-02-06')))
  })
})

describe('daily orders', () => {
  const horizon = { firstDay: day('2017-07-01'), lastDay: day('2018-08-31') }
  it('sum to the orders wanted, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat(1000), (orders, seed) => {
        const days = dailyOrders(orders, seed, horizon)
        expect(days.reduce((sum, count) => sum + count, 0)).toBe(orders)
        expect(Math.min(...days)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 50 },
    )
  })
  it('triple over the horizon', () => {
    const weights = demandWeights(horizon)
    const first = weights[5]! / seasonOf(horizon.firstDay + 5)
    const last = weights.at(-1)! / seasonOf(horizon.lastDay)
    expect(last / first).toBeGreaterThan(2.8)
  })
})
