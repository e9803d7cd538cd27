const SECONDS_PER_DAY = 86_400
const MILLISECONDS_PER_DAY = 86_400_000

/** The day number (days since 1970-01-01) of an ISO date, or null where it is not a real date. */
export function parseDay(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const milliseconds = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return null
  const day = milliseconds / MILLISECONDS_PER_DAY
  return formatDay(day) === date ? day : null
}

const formatted = new Map<number, string>()

/** A day number as 'YYYY-MM-DD'. */
export function formatDay(day: number): string {
  let text = formatted.get(day)
  if (text === undefined) {
    text = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10)
    formatted.set(day, text)
  }
  return text
}

/** Seconds since 1970-01-01, naive, as 'YYYY-MM-DD HH:MM:SS'; null as an empty field. */
export function formatTimestamp(seconds: number | null): string {
  if (seconds === null) return ''
  const day = Math.floor(seconds / SECONDS_PER_DAY)
  const rest = seconds - day * SECONDS_PER_DAY
  const hour = Math.floor(rest / 3600)
  const minute = Math.floor(rest / 60) % 60
  return `${formatDay(day)} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(rest % 60)}`
}

/** Midnight at the start of the day that a moment falls on, in seconds. */
export function startOfDay(seconds: number): number {
  return seconds - (((seconds % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY)
}

/** Midnight at the start of a day number, in seconds. */
export function secondsOf(day: number): number {
  return day * SECONDS_PER_DAY
}

/** Days as a whole number of seconds. */
export function daysToSeconds(days: number): number {
  return Math.round(days * SECONDS_PER_DAY)
}

/** Day of the week of a day number: 0 is Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
