import type Holidays from 'date-holidays'
import { dayOf } from '../time/calendar.js'
import { whenNeeded } from '../when-needed.js'

const library = whenNeeded<typeof Holidays>('date-holidays')

/** The national holidays of one year by day number; two on one day are joined by ' / '. */
export type HolidayNames = (year: number) => Map<number, string>

/** Whether the library knows the holidays of a country. */
export function knowsHolidays(country: string): boolean {
  const Holidays = library()
  return Object.keys(new Holidays().getCountries()).includes(country)
}

/**
 * The national holidays of a country: the public ones, and those on which banks and most businesses
 * close. Movable feasts and changes of law come from the `date-holidays` library; a country that it
 * does not know has none.
 *
 * @param country ISO 3166-1 code
 */
export function holidaysOf(country: string): HolidayNames {
  if (!knowsHolidays(country)) return () => new Map()
  const Holidays = library()
  const calendar = new Holidays(country, { languages: 'en' })
  return (year) => {
    const names = new Map<number, string>()
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type !== 'public' && holiday.type !== 'bank') continue
      for (const day of daysOf(holiday)) {
        const before = names.get(day)
        names.set(day, before === undefined ? holiday.name : `${before} / ${holiday.name}`)
      }
    }
    return names
  }
}

const HOURS_PER_DAY = 24
const MS_PER_HOUR = 3_600_000

/** A holiday has one day, or as many as lie between its start and its end. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): number[] {
  const first = dayOf(date.slice(0, 10))
  const hours = (end.getTime() - start.getTime()) / MS_PER_HOUR
  const days = Math.max(1, Math.round(hours / HOURS_PER_DAY))
  return Array.from({ length: days }, (_, i) => first + i)
}
