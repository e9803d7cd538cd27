import { describe, expect, it } from 'vitest'
import { isoDay } from '../../../src/format/day.js'
import { xAxis, xValues } from '../../../src/notebook/figures/x-axis.js'
import { notation } from '../../notation.js'

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, i) => Date.parse(`${from}T00:00:00Z`) + i * 86_400_000)
const dates = { isTime: true, field: 'date', of: () => 0 }
const ticksOf = (positions: readonly number[], width = 700) =>
  (xAxis(dates, positions, { width, notation }).axis.values as number[]).map(isoDay)

describe('xValues', () => {
  it.each([
    ['date', 17_167],
    ['click_date', '2017-01-01'],
    ['anything', new Date('2017-01-01T00:00:00Z')],
    ['month', '2017-01'],
  ])('reads %s with %s as a day', (field, value) => {
    const x = xValues([{ [field]: value }], field, notation)
    expect(x.isTime).toBe(true)
    expect(x.of({ [field]: value })).toBe(Date.UTC(2017, 0, 1))
  })

  it('reads other columns as numbers, in drawn units', () => {
    expect(xValues([{ lag: 3 }], 'lag', notation).isTime).toBe(false)
    expect(xValues([{ month: 3 }], 'month', notation).isTime).toBe(false)
    expect(xValues([], 'spend_cents', notation).of({ spend_cents: 250 })).toBe(2.5)
  })
})

describe('xAxis', () => {
  it('ticks at days, weeks and months as the range grows', () => {
    expect(ticksOf(days('2017-01-05', 3))).toEqual(['2017-01-05', '2017-01-06', '2017-01-07'])
    expect(ticksOf(days('2017-01-05', 60)).slice(0, 2)).toEqual(['2017-01-05', '2017-01-12'])
    expect(ticksOf(days('2017-01-05', 425)).slice(0, 2)).toEqual(['2017-02-01', '2017-03-01'])
    expect(ticksOf(days('2017-01-05', 425), 300)[0]).toBe('2017-04-01')
  })

  it('ticks at months where the days are months, however few', () => {
    const months = [0, 1, 2].map((month) => Date.UTC(2017, month, 1))
    expect(ticksOf(months)).toEqual(['2017-01-01', '2017-02-01', '2017-03-01'])
  })

  it('gives a single day room on both sides', () => {
    const { low, high } = xAxis(dates, days('2017-01-05', 1), { width: 700, notation })
    expect(isoDay(low)).toBe('2017-01-04')
    expect(isoDay(high)).toBe('2017-01-06')
  })

  it('keeps to the range of numbers, with round ticks inside', () => {
    const lags = { isTime: false, field: 'lag', of: () => 0 }
    const { low, high, axis } = xAxis(lags, [0, 13], { width: 300, overhang: 0.5, notation })
    expect([low, high]).toEqual([-0.5, 13.5])
    expect(axis.values).toEqual([0, 5, 10])
  })
})
