import { dayNumber, nthWeekday } from '../../time/calendar.js'

/** Feasts that move within the year. */
export const movingFeasts = [
  'black_friday',
  'mothers_day',
  'fathers_day',
  'carnival_tuesday',
] as const
export type MovingFeast = (typeof movingFeasts)[number]

const THURSDAY = 4
const SUNDAY = 7
const CARNIVAL_BEFORE_EASTER_DAYS = 47

/** The day a feast falls on in a year, by Brazilian custom. */
export function feastDay(feast: MovingFeast, year: number): number {
  switch (feast) {
    case 'black_friday':
      return nthWeekday(year, 11, THURSDAY, 4) + 1
    case 'mothers_day':
      return nthWeekday(year, 5, SUNDAY, 2)
    case 'fathers_day':
      return nthWeekday(year, 8, SUNDAY, 2)
    case 'carnival_tuesday':
      return easterSunday(year) - CARNIVAL_BEFORE_EASTER_DAYS
  }
}

/** Easter of the Gregorian calendar: the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): number {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const moon = century - Math.floor(century / 4)
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const h = (19 * a + moon - shift + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const late = Math.floor((a + 11 * h + 22 * weekday) / 451)
  const n = h + weekday - 7 * late + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}
