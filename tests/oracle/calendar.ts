/** A day is a number: days since 1970-01-01. */
const MS = 86_400_000

export const dayOf = (date: Date) => Math.floor(date.getTime() / MS)
export const dateOf = (day: number) => new Date(day * MS).toISOString().slice(0, 10)
export const dayOfMonth = (day: number) => Number(dateOf(day).slice(8))
/** The first of the month, quarter or year of a day, as YYYY-MM-DD. */
export const monthOf = (day: number) => `${dateOf(day).slice(0, 7)}-01`
export const quarterOf = (day: number) => {
  const month = Number(dateOf(day).slice(5, 7))
  return `${dateOf(day).slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}
export const yearOf = (day: number) => `${dateOf(day).slice(0, 4)}-01-01`
/** Months counted through: January 1970 is 0. */
export const monthNumber = (month: string) =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
export const daysInMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
export const isWeekend = (day: number) => [0, 6].includes(new Date(day * MS).getUTCDay())

/** The days and months that are accounted for. */
export interface Horizon {
  readonly first: number
  readonly last: number
  readonly days: readonly number[]
  readonly months: readonly string[]
}

export function horizonOf(days: readonly number[]): Horizon {
  const first = days.reduce((a, b) => Math.min(a, b))
  const last = days.reduce((a, b) => Math.max(a, b))
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return { first, last, days: all, months: [...new Set(all.map(monthOf))] }
}
