import { describe, expect, it } from 'vitest'
import type { Definition } from '../../src/assumptions/definition.js'
import { checkValue } from '../../src/assumptions/validate.js'

const base = { id: 'x', why: '', source: '', stage: 'market' } as const
const rate: Definition = { ...base, value: 350, unit: 'bps', min: 0, max: 10_000 }
const cost: Definition = { ...base, value: 1250, unit: 'cents', min: 0 }
const decay: Definition = { ...base, value: 0.5, unit: 'ratio', min: 0, max: 1 }
const kind: Definition = { ...base, value: 'a', unit: 'choice', choices: ['a', 'b'] }
const day: Definition = { ...base, value: '', unit: 'date' }
const event: Definition = { ...base, value: '11-20', unit: 'month_day' }
const ages: Definition = {
  ...base,
  value: [1],
  unit: 'millionths',
  min: 0,
  max: 1_000_000,
  list: true,
}

describe('checkValue', () => {
  it.each([
    [rate, 400],
    [rate, 0],
    [rate, 10_000],
    [decay, 0.25],
    [kind, 'b'],
    [day, ''],
    [day, '2018-02-28'],
    [event, '02-29'],
    [ages, [500_000, 0]],
  ])('takes a value in range', (definition, value) => {
    expect(checkValue(definition, 'path', value)).toEqual(value)
  })

  it.each([
    [rate, 35_000, 'x.y: got 35000, allowed 0..10000 (basis points). 3.5% is 350.'],
    [rate, 3.5, 'x.y: got 3.5, allowed 0..10000 (basis points). 3.5% is 350.'],
    [rate, '3.5%', 'x.y: got "3.5%", allowed 0..10000 (basis points). 3.5% is 350.'],
    [rate, '4,2 %', 'x.y: got "4,2 %", allowed 0..10000 (basis points). 4,2 % is 420.'],
    [
      cost,
      'R$ 1.234,50',
      'x.y: got "R$ 1.234,50", allowed 0.. (minor units of the currency). R$ 1.234,50 is 123450 in a currency of two decimals.',
    ],
    [decay, 2, 'x.y: got 2, allowed 0..1 (a ratio). One half is 0.5.'],
    [kind, 'c', 'x.y: got "c", allowed a, b. Write one of them.'],
    [
      day,
      '2018-02-30',
      'x.y: got "2018-02-30", allowed a date. Write it as YYYY-MM-DD, or empty for none.',
    ],
    [event, '13-01', 'x.y: got "13-01", allowed a day of the year. Write it as MM-DD.'],
    [
      ages,
      [2_000_000],
      'x.y: got [2000000], allowed a list of 0..1000000 (millionths). One half is 500000.',
    ],
    [ages, 5, 'x.y: got 5, allowed a list of 0..1000000 (millionths). One half is 500000.'],
    [rate, null, 'x.y: got null, allowed 0..10000 (basis points). 3.5% is 350.'],
  ])('refuses %j %j and says what to write', (definition, value, message) => {
    expect(() => checkValue(definition, 'x.y', value)).toThrow(message)
  })
})
