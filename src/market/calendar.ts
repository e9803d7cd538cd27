/** A day is a number: days since 1970-01-01, which was a Thursday. */
const MS_PER_DAY = 86_400_000

/** The day number of a date written YYYY-MM-DD. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
}

/** The day number of a date of a result (UTC midnight). */
export function dayOfDate(date: Date): number {
  return Math.floor(date.getTime() / MS_PER_DAY)
}

/** The date of a day number, written YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Month, January 0 to December 11. */
export function monthOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCMonth()
}

export function yearOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

/** The day number of a day of a month (January 0), the month's length overflowing into the next. */
export function dayOfMonth(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / MS_PER_DAY
}
