import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import { eventsInForce, readSeason } from '../../../src/market/season/read-season.js'
import { keptSeason, seasonOf } from '../../../src/market/season/season.js'
import { dayOf } from '../../../src/time/calendar.js'

const season = (from: string, days: number, holidays: string[] = []) =>
  seasonOf(readSeason(Assumptions.defaults()), {
    firstDay: dayOf(from),
    days,
    holidays: new Set(holidays.map(dayOf)),
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

describe('events of the run’s country', () => {
  const of = (country: string) =>
    eventsInForce(Assumptions.defaults().with({ 'place.country': country }))

  it('are those whose feast it keeps', () => {
    expect(of('BR')).toContain('dia_dos_namorados')
    expect(of('BR')).not.toContain('valentines_day')
    expect(of('DE')).toContain('valentines_day')
    expect(of('DE')).not.toContain('carnival')
    expect(of('CN')).toEqual(['valentines_day', 'singles_day', 'national_holidays'])
  })

  it('refuses one of one’s own around a feast of another country', () => {
    const mine = Assumptions.defaults().with({
      'place.country': 'DE',
      'market.season.events.street_party.rule': 'carnival_tuesday',
    })
    expect(() => eventsInForce(mine)).toThrow(
      'market.season.events.street_party.rule: got carnival_tuesday, which country DE does not keep',
    )
  })
})

describe('keptSeason', () => {
  it('finds the season again where rules or days are others, and only there', () => {
    const find = keptSeason()
    const rules = () => readSeason(Assumptions.defaults())
    const span = { firstDay: dayOf('2017-11-20'), days: 10, holidays: new Set<number>() }
    const first = find(rules(), span)
    expect(first).toEqual(seasonOf(rules(), span))
    expect(find(rules(), { ...span, holidays: new Set() })).toBe(first)
    const longer = { ...span, days: 11 }
    expect(find(rules(), longer)).toEqual(seasonOf(rules(), longer))
    const [event, ...others] = rules().events
    const later = { kind: 'around', feast: (year: number) => year, daysBefore: 0, daysAfter: 0 }
    const moved = { ...rules(), events: [{ ...event!, rule: later as never }, ...others] }
    expect(find(moved, longer)).toEqual(seasonOf(moved, longer))
  })
})
