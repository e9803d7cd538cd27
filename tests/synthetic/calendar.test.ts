import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dailyOrders, demandWeights, seasonOf } from '../../src/synthetic/calendar.js'
import { formatDay, formatTimestamp, parseDay, weekday } from '../../src/synthetic/dates.js'

const day = (date: string) => parseDay(date)!

describe('dates', () => {
  it('go both ways', () => {
    expect(day('1970-01-02')).toBe(1)
    expect(formatDay(day('2018-02-28') + 1)).toBe('2018-03-01')
    expect(formatTimestamp(day('2017-11-24') * 86_400 + 3_661)).toBe('2017-11-24 01:01:01')
    expect(formatTimestamp(null)).toBe('')
  })
  it('know the weekday, and what is no date', () => {
    expect(weekday(day('2017-11-24'))).toBe(5)
    expect(weekday(day('2018-01-07'))).toBe(0)
    expect([parseDay('2018-02-30'), parseDay('20180201'), parseDay('')]).toEqual([null, null, null])
  })
})

describe('season', () => {
  it('peaks on the fourth Friday of November', () => {
    expect(seasonOf(day('2017-11-24'))).toBeGreaterThan(5)
    expect(seasonOf(day('2018-11-23'))).toBeGreaterThan(5)
    expect(seasonOf(day('2018-11-30'))).toBeLessThan(2)
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
