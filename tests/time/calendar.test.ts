import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarDay,
  dateKey,
  dateOf,
  dayNumber,
  dayOf,
  isoWeek,
  isoWeekday,
  monthNumber,
  monthStart,
  nthWeekday,
  parseDay,
} from '../../src/time/calendar.js'

describe('dates', () => {
  it('counts days since 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2017, 11, 24)).toBe(17_494)
    expect(dateOf(17_494)).toBe('2017-11-24')
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

  it.each(['2018-02-30', '20180201', '2018-2-01', '2018-02-01 ', '٢٠١٨-02-01', ''])(
    'refuses %j',
    (text) => {
      expect(parseDay(text)).toBeNull()
      expect(() => dayOf(text)).toThrow('no day written as YYYY-MM-DD')
    },
  )

  it('reads days from texts and from dates', () => {
    expect([dayOf('1970-01-02'), dayOf('1969-12-31'), parseDay('2016-02-29')]).toEqual([
      1, -1, 16_860,
    ])
    expect(dayOf(new Date('1969-12-31T23:59:59Z'))).toBe(-1)
  })

  it('finds a weekday of a month', () => {
    expect(dateOf(nthWeekday(2019, 11, 4, 4))).toBe('2019-11-28')
    expect(dateOf(nthWeekday(2017, 5, 7, 2))).toBe('2017-05-14')
    expect(dateOf(nthWeekday(2018, 1, 1, 1))).toBe('2018-01-01')
  })

  it('knows months', () => {
    expect(dateOf(monthStart(dayOf('2018-01-31')))).toBe('2018-01-01')
    expect(dateOf(monthStart(dayOf('2017-12-31'), 2))).toBe('2018-02-01')
    expect(monthNumber(dayOf('2018-01-01')) - monthNumber(dayOf('2017-11-30'))).toBe(2)
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
