const MS_PER_DAY = 86_400_000

/** A calendar day of the proleptic Gregorian calendar. */
export interface CalendarDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** Day number (days since 1970-01-01) of a calendar day. */
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

/** Key of a date dimension: 2017-11-24 is 20171124. */
export function dateKey({ year, month, day }: CalendarDay): number {
  return year * 10_000 + month * 100 + day
}

/** A day number as YYYY-MM-DD. */
export function isoDate(number: number): string {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
}
