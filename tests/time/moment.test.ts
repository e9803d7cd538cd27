import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/time/calendar.js'
import { daysIn } from '../../src/time/horizon.js'
import { dayOfMoment, daysToSeconds, formatMoment, startOfDay } from '../../src/time/moment.js'

describe('moments', () => {
  it('are seconds since 1970-01-01', () => {
    const moment = daysToSeconds(dayOf('2017-11-24')) + 3661
    expect(formatMoment(moment)).toBe('2017-11-24 01:01:01')
    expect(formatMoment(startOfDay(moment))).toBe('2017-11-24 00:00:00')
    expect(dayOfMoment(moment)).toBe(dayOf('2017-11-24'))
    expect(formatMoment(-1)).toBe('1969-12-31 23:59:59')
    expect(formatMoment(null)).toBe('')
  })
})

describe('daysIn', () => {
  it('counts both ends', () => {
    expect(daysIn({ firstDay: 3, lastDay: 3 })).toBe(1)
  })
})
