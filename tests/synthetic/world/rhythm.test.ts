import { describe, expect, it } from 'vitest'
import { advertisingShape } from '../../../src/synthetic/world/rhythm.js'
import { parseDay } from '../../../src/time/calendar.js'

/** 2018-02-04 is a Sunday. */
const horizon = { firstDay: parseDay('2018-02-04')!, lastDay: parseDay('2018-03-31')! }
const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length

describe('the shape of advertising', () => {
  it('has a mean of 1 and grows with demand', () => {
    const shape = advertisingShape(horizon, { kind: 'always_on' }, 0)
    expect(mean(shape)).toBeCloseTo(1, 12)
    expect(shape.at(-1)! / shape[0]!).toBeCloseTo(3, 12)
  })

  it('is off between flights', () => {
    const flights = { kind: 'flights', onDays: 4, offDays: 3 } as const
    const shape = advertisingShape(horizon, flights, 0.5)
    const on = [...shape.slice(0, 9)].map((value) => value > 0)
    expect(on).toEqual([true, true, false, false, false, true, true, true, true])
    expect(mean(shape)).toBeCloseTo(1, 12)
  })

  it('keeps to its weekdays', () => {
    const shape = advertisingShape(horizon, { kind: 'weekdays', weekdays: [2, 4] }, 0)
    expect([...shape.slice(0, 7)].map((value) => value > 0)).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
      false,
    ])
  })

  it('is nothing at all where no day is on', () => {
    const shape = advertisingShape(horizon, { kind: 'weekdays', weekdays: [] }, 0)
    expect(shape.every((value) => value === 0)).toBe(true)
  })
})
