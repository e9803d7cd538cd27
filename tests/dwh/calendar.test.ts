import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../src/dwh/calendar.js'
import { holidaysOf, knowsHolidays } from '../../src/dwh/holidays.js'
import { retailEvents } from '../../src/dwh/retail-events.js'
import { dateOf, dayOf } from '../../src/time/calendar.js'

const retail = { country: 'BR', christmasRunUpFrom: '12-01', giftRunUpDays: 7 }
const rows = buildCalendar(2016, 2030, retail)
const days = new Map(rows.filter((row) => row.date !== null).map((row) => [row.label, row]))
const eventDays = (year: number, event: string) =>
  [...retailEvents(year, retail)].filter(([, name]) => name === event).map(([day]) => dateOf(day))

describe('holidays', () => {
  // Easter Sundays after the tables of the Roman Catholic Church.
  it.each([
    [2016, '02-08', '02-09', '03-25', '05-26'],
    [2017, '02-27', '02-28', '04-14', '06-15'],
    [2018, '02-12', '02-13', '03-30', '05-31'],
    [2019, '03-04', '03-05', '04-19', '06-20'],
    [2020, '02-24', '02-25', '04-10', '06-11'],
    [2021, '02-15', '02-16', '04-02', '06-03'],
    [2022, '02-28', '03-01', '04-15', '06-16'],
    [2023, '02-20', '02-21', '04-07', '06-08'],
    [2024, '02-12', '02-13', '03-29', '05-30'],
    [2025, '03-03', '03-04', '04-18', '06-19'],
    [2026, '02-16', '02-17', '04-03', '06-04'],
    [2027, '02-08', '02-09', '03-26', '05-27'],
    [2028, '02-28', '02-29', '04-14', '06-15'],
    [2029, '02-12', '02-13', '03-30', '05-31'],
    [2030, '03-04', '03-05', '04-19', '06-20'],
  ])('of %i: Carnival on %s and %s, Good Friday on %s, Corpus Christi on %s', (year, ...feasts) => {
    const [monday, tuesday, goodFriday, corpusChristi] = feasts
    const name = (day: string) => days.get(`${year}-${day}`)?.holiday_name
    expect(name(monday)).toMatch(/Carnival/)
    expect(name(tuesday)).toMatch(/Carnival/)
    expect(name(goodFriday)).toMatch(/Good Friday/)
    expect(name(corpusChristi)).toMatch(/Corpus Christi/)
  })

  it('have the fixed national days of every year', () => {
    const fixed = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25']
    for (let year = 2016; year <= 2030; year++) {
      for (const day of fixed) expect(days.get(`${year}-${day}`)!.is_holiday).toBe(true)
    }
  })

  it('follow the law: Black Awareness Day is national from 2024', () => {
    expect(days.get('2023-11-20')!.is_holiday).toBe(false)
    expect(days.get('2024-11-20')!.is_holiday).toBe(true)
  })

  it('are few', () => {
    for (let year = 2016; year <= 2030; year++) {
      expect(holidaysOf('BR')(year).size).toBeLessThanOrEqual(15)
    }
  })
})

describe('retail events', () => {
  it.each([
    [2016, '2016-11-25'],
    [2017, '2017-11-24'],
    [2018, '2018-11-23'],
    [2019, '2019-11-29'],
    [2024, '2024-11-29'],
  ])('Black Friday of %i is %s', (year, day) => {
    expect(eventDays(year, 'black_friday')).toEqual([day])
  })

  it('of 2018', () => {
    expect(eventDays(2018, 'mothers_day')).toEqual(['2018-05-13'])
    expect(eventDays(2018, 'fathers_day')).toEqual(['2018-08-12'])
    expect(eventDays(2018, 'dia_dos_namorados')).toEqual(['2018-06-12'])
    expect(eventDays(2018, 'childrens_day')).toEqual(['2018-10-12'])
    expect(eventDays(2018, 'mothers_day_run_up')).toHaveLength(7)
    expect(eventDays(2018, 'black_friday_week').sort()).toEqual([
      '2018-11-19',
      '2018-11-20',
      '2018-11-21',
      '2018-11-22',
      '2018-11-24',
      '2018-11-25',
    ])
    const runUp = eventDays(2018, 'christmas_run_up')
    expect([runUp[0], runUp[runUp.length - 1]]).toEqual(['2018-12-01', '2018-12-24'])
  })

  it('are those of the country', () => {
    const of = (country: string) => new Set(retailEvents(2024, { ...retail, country }).values())
    expect(of('CN')).toEqual(
      new Set([
        'valentines_day',
        'valentines_day_run_up',
        'love_day',
        'love_day_run_up',
        'mid_year_sale',
        'singles_day',
        'double_twelve',
      ]),
    )
    expect(of('US')).toContain('cyber_monday')
    expect(of('US')).not.toContain('dia_dos_namorados')
    expect(of('SE')).toEqual(new Set())
  })
})

describe('holidays elsewhere', () => {
  const names = (country: string, date: string) =>
    holidaysOf(country)(Number(date.slice(0, 4))).get(dayOf(date))

  it('are those of the country, each of their days', () => {
    expect(names('DE', '2024-10-03')).toBeDefined()
    expect(names('DE', '2024-11-15')).toBeUndefined()
    expect(['2024-02-10', '2024-02-11'].map((date) => names('KR', date))).toEqual([
      'Korean New Year',
      'Korean New Year',
    ])
  })

  it('are none where nobody knows them', () => {
    expect(knowsHolidays('KW')).toBe(false)
    expect(holidaysOf('KW')(2024).size).toBe(0)
    expect(knowsHolidays('DE')).toBe(true)
  })
})

describe('the calendar', () => {
  it('is gapless over whole years, after two default members', () => {
    expect(rows.slice(0, 2).map(({ date_key, date }) => [date_key, date])).toEqual([
      [-1, null],
      [0, null],
    ])
    const numbers = rows.slice(2).map((row) => row.date!)
    expect(numbers.every((day, i) => i === 0 || day === numbers[i - 1]! + 1)).toBe(true)
    expect([rows[2]!.label, rows[rows.length - 1]!.label]).toEqual(['2016-01-01', '2030-12-31'])
  })

  it('knows month ends, quarter ends, weekends and leap days', () => {
    expect(days.get('2016-02-29')).toMatchObject({ is_month_end: true, is_quarter_end: false })
    expect(days.get('2017-02-28')).toMatchObject({ is_month_end: true })
    expect(days.get('2018-03-31')).toMatchObject({ is_quarter_end: true, is_weekend: true })
  })

  it('has one word for what kind of day it is: event, holiday, weekend or weekday', () => {
    const type = (day: string) => days.get(day)!.day_type
    expect(type('2017-11-24')).toBe('black_friday')
    expect(type('2018-09-07')).toBe('holiday')
    expect(type('2018-09-08')).toBe('weekend')
    expect(type('2018-09-10')).toBe('weekday')
  })

  it('gives the same weekday last year, from the second year on', () => {
    const friday = days.get('2018-11-23')!
    expect(dateOf(friday.same_day_last_year!)).toBe('2017-11-24')
    expect(days.get('2016-12-29')!.same_day_last_year).toBe(null)
    for (const { weekday, same_day_last_year } of days.values()) {
      if (same_day_last_year === null) continue
      expect(days.get(dateOf(same_day_last_year))!.weekday).toBe(weekday)
    }
  })
})
