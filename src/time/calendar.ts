/**
 * The one calendar. A day is a number: days since 1970-01-01 of the proleptic Gregorian calendar,
 * the same in every time zone. Weeks are those of ISO 8601: Monday is day 1, Sunday day 7.
 */

export const MS_PER_DAY = 86_400_000

/** A calendar day of the proleptic Gregorian calendar. */
export interface CalendarDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** Day number of a calendar day; a month or a day too many runs over into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

/** Calendar day of a day number. */
export function calendarDay(number: number): CalendarDay {
  const date = new Date(number * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Weekday of a day number as ISO 8601 counts: Monday 1 to Sunday 7. */
export function isoWeekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week and the year it belongs to: the year of the week's Thursday. */
export function isoWeek(number: number): { isoYear: number; isoWeek: number } {
  const thursday = number + 4 - isoWeekday(number)
  const { year: isoYear } = calendarDay(thursday)
  return { isoYear, isoWeek: Math.floor((thursday - dayNumber(isoYear, 1, 1)) / 7) + 1 }
}

/** The nth weekday (Monday 1 to Sunday 7) of a month, e.g. the fourth Thursday of November. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = dayNumber(year, month, 1)
  return first + ((weekday - isoWeekday(first) + 7) % 7) + 7 * (n - 1)
}

/** Months from January of year 0 to a day's month: it grows by one with every month. */
export function monthNumber(number: number): number {
  const { year, month } = calendarDay(number)
  return year * 12 + month - 1
}

/** The first day of the month that lies `months` after a day's month. */
export function monthStart(number: number, months = 0): number {
  const { year, month } = calendarDay(number)
  return dayNumber(year, month + months, 1)
}

/** Key of a date dimension: 2017-11-24 is 20171124. */
export function dateKey({ year, month, day }: CalendarDay): number {
  return year * 10_000 + month * 100 + day
}

const dates = new Map<number, string>()

/** A day number as YYYY-MM-DD. Each is written once: files of millions of rows name few days. */
export function dateOf(number: number): string {
  let date = dates.get(number)
  if (date === undefined) {
    date = new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
    dates.set(number, date)
  }
  return date
}

/** The day number of a date written YYYY-MM-DD, or null where the text is no such day. */
export function parseDay(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const number = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
  return Number.isNaN(number) || dateOf(number) !== date ? null : number
}

/**
 * The day number of a date written YYYY-MM-DD, or of a Date read as UTC.
 *
 * @throws RangeError on a text that is no such day
 */
export function dayOf(date: string | Date): number {
  if (date instanceof Date) return Math.floor(date.getTime() / MS_PER_DAY)
  const number = parseDay(date)
  if (number === null) throw new RangeError(`${date}: got no day written as YYYY-MM-DD.`)
  return number
}
