import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import { easterSunday, feastDay } from '../../../src/market/season/feasts.js'
import { readSeason } from '../../../src/market/season/read-season.js'
import { seasonOf } from '../../../src/market/season/season.js'
import { dateOf, dayOf } from '../../../src/time/calendar.js'

const season = (from: string, days: number, holidays: string[] = []) =>
  seasonOf(readSeason(Assumptions.defaults()), {
    firstDay: dayOf(from),
    days,
    holidays: new Set(holidays.map(dayOf)),
  })

describe('feastDay', () => {
  it('finds the feasts of 2016 to 2018 and 2024', () => {
    const years = [2016, 2017, 2018, 2024]
    const dates = (feast: Parameters<typeof feastDay>[0]) =>
      years.map((year) => dateOf(feastDay(feast, year)))
    expect(dates('black_friday')).toEqual(['2016-11-25', '2017-11-24', '2018-11-23', '2024-11-29'])
    expect(dates('mothers_day')).toEqual(['2016-05-08', '2017-05-14', '2018-05-13', '2024-05-12'])
    expect(dates('fathers_day')).toEqual(['2016-08-14', '2017-08-13', '2018-08-12', '2024-08-11'])
    expect(dates('carnival_tuesday')).toEqual([
      '2016-02-09',
      '2017-02-28',
      '2018-02-13',
      '2024-02-13',
    ])
    expect(dateOf(easterSunday(2018))).toBe('2018-04-01')
  })
})

describe('seasonOf', () => {
  it('multiplies every effect of a day: Black Friday 2017', () => {
    const { index } = season('2017-11-24', 1)
    expect(index.price[0]).toBeCloseTo(1.03 * 1.08 * 1.3 * 1.25, 12)
    expect(index.response[0]).toBeCloseTo(0.99 * 1.2 * 1.25, 12)
    expect(index.demand[0]).toBeCloseTo(0.98 * 1.4 * 1.6, 12)
    expect(index.spend[0]).toBe(2)
  })

  it('keeps to the edges of a week and of the year', () => {
    const week = season('2017-11-19', 10).effects.find((e) => e.effect === 'black_friday_week')!
    expect([...week.factors.spend]).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2, 1])
    const rest = season('2017-12-22', 12).effects.find((e) => e.effect === 'christmas_to_new_year')!
    expect([...rest.factors.demand]).toEqual([1, ...new Array(10).fill(0.75), 1])
  })

  it('knows the holidays it is told', () => {
    const effect = season('2018-04-30', 3, ['2018-05-01']).effects.at(-1)!
    expect([...effect.factors.demand]).toEqual([1, 0.94, 1])
  })

  it('has weekday and month factors of mean 1', () => {
    const { weekday, month } = readSeason(Assumptions.defaults())
    for (const factors of [...Object.values(weekday), ...Object.values(month)]) {
      expect(factors.reduce((a, b) => a + b, 0) / factors.length).toBeCloseTo(1, 12)
    }
  })

  it('refuses a list of the wrong length', () => {
    const assumptions = Assumptions.defaults().with({ 'market.season.weekday_price': [1, 1] })
    expect(() => readSeason(assumptions)).toThrow(
      'market.season.weekday_price: got 2 factors, allowed 7.',
    )
  })

  it('appended days change no past', () => {
    const short = season('2017-11-01', 40).index
    const long = season('2017-11-01', 90).index
    expect(long.price.slice(0, 40)).toEqual(short.price)
    expect(long.response.slice(0, 40)).toEqual(short.response)
  })
})
