import { describe, expect, it } from 'vitest'
import { dateOf, isoWeekday } from '../../src/time/calendar.js'
import { easterSunday, feastNames, feastsOf } from '../../src/time/feasts.js'

const day = (country: string, feast: string, year: number) => {
  const found = feastsOf(country)
    .find(({ name }) => name === feast)!
    .day(year)
  return found === null ? null : dateOf(found)
}

it.each([
  ['BR', 'black_friday', 2016, '2016-11-25'],
  ['BR', 'black_friday', 2019, '2019-11-29'],
  ['BR', 'mothers_day', 2018, '2018-05-13'],
  ['BR', 'fathers_day', 2018, '2018-08-12'],
  ['BR', 'carnival_tuesday', 2018, '2018-02-13'],
  ['BR', 'carnival_tuesday', 2024, '2024-02-13'],
  ['US', 'fathers_day', 2024, '2024-06-16'],
  ['US', 'cyber_monday', 2024, '2024-12-02'],
  ['GB', 'mothers_day', 2024, '2024-03-10'],
  ['DE', 'fathers_day', 2024, '2024-05-09'],
  ['FR', 'mothers_day', 2023, '2023-06-04'],
  ['FR', 'mothers_day', 2024, '2024-05-26'],
  ['CN', 'singles_day', 2024, '2024-11-11'],
  ['IN', 'diwali', 2023, '2023-11-12'],
  ['IN', 'diwali', 2040, null],
])('%s keeps %s of %d on %s', (country, feast, year, date) => {
  expect(day(country, feast, year)).toBe(date)
})

it('knows Easter', () => {
  expect([2016, 2018, 2024].map((year) => dateOf(easterSunday(year)))).toEqual([
    '2016-03-27',
    '2018-04-01',
    '2024-03-31',
  ])
})

describe('the feasts of each country', () => {
  const countries = ['BR', 'CA', 'CN', 'DE', 'FR', 'GB', 'IN', 'JP', 'KR', 'US']

  it.each(countries)('%s: a few, each once, in their year', (country) => {
    const feasts = feastsOf(country)
    expect(feasts.filter(({ kind }) => kind !== 'rest').length).toBeGreaterThanOrEqual(4)
    expect(new Set(feasts.map(({ name }) => name)).size).toBe(feasts.length)
    for (const { name } of feasts) {
      expect(feastNames).toContain(name)
      for (let year = 2015; year <= 2026; year++)
        expect(day(country, name, year)).toContain(`${year}-`)
    }
  })

  it.each(countries)('%s: Sundays are Sundays', (country) => {
    for (const { name, day } of feastsOf(country)) {
      if (name === 'mothers_day') expect(isoWeekday(day(2025)!)).toBe(7)
    }
  })

  it('are none where nothing is declared', () => {
    expect(feastsOf('ZZ')).toEqual([])
  })
})
