import Holidays from 'date-holidays'
import { dayNumber } from '../time/calendar.js'

const calendar = new Holidays('BR', { languages: 'en' })

/**
 * Brazil's national holidays of one year by day number: the public ones, and Carnival and Corpus
 * Christi, on which banks and most businesses close. Joined by ' / ' where two fall on one day.
 * The movable feasts and the changes of law come from the `date-holidays` library.
 */
export function holidayNames(year: number): Map<number, string> {
  const names = new Map<number, string>()
  for (const { date, name, type } of calendar.getHolidays(year)) {
    if (type !== 'public' && type !== 'bank') continue
    const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)!
    const day = dayNumber(Number(y), Number(m), Number(d))
    const before = names.get(day)
    names.set(day, before === undefined ? name : `${before} / ${name}`)
  }
  return names
}
