import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarDay,
  dateKey,
  dayNumber,
  isoDate,
  isoWeek,
  isoWeekday,
} from '../../src/engine/index.js'

describe('dates', () => {
  it('counts days since 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2017, 11, 24)).toBe(17_494)
    expect(isoDate(17_494)).toBe('2017-11-24')
    expect(dateKey(calendarDay(17_494))).toBe(20_171_124)
    expect(isoWeekday(17_494)).toBe(5)
  })

  it.each([
    ['2016-01-03', 2015, 53],
    ['2016-01-04', 2016, 1],
    ['2018-12-31', 2019, 1],
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2024-12-29', 2024, 52],
  ])('%s lies in ISO week %i-%i', (date, isoYear, week) => {
    expect(isoWeek(Date.parse(date) / 86_400_000)).toEqual({ isoYear, isoWeek: week })
  })

  it('goes back and forth, and weeks have seven days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const { year, month, day: dayOfMonth } = calendarDay(day)
        expect(dayNumber(year, month, dayOfMonth)).toBe(day)
        expect(isoWeekday(day + 7)).toBe(isoWeekday(day))
        expect(isoWeek(day - isoWeekday(day) + 1)).toEqual(isoWeek(day))
      }),
    )
  })
})
