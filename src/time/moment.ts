import { dateOf } from './calendar.js'

/** A moment is a whole number of seconds since 1970-01-01, local and naive. */
const SECONDS_PER_DAY = 86_400

/** A moment as 'YYYY-MM-DD HH:MM:SS'; none as an empty text. */
export function formatMoment(seconds: number | null): string {
  if (seconds === null) return ''
  const day = Math.floor(seconds / SECONDS_PER_DAY)
  const rest = seconds - day * SECONDS_PER_DAY
  const hour = Math.floor(rest / 3600)
  const minute = Math.floor(rest / 60) % 60
  return `${dateOf(day)} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(rest % 60)}`
}

/** Midnight at the start of the day that a moment falls on, in seconds. */
export function startOfDay(seconds: number): number {
  return dayOfMoment(seconds) * SECONDS_PER_DAY
}

/** The day number of the day that a moment falls on. */
export function dayOfMoment(seconds: number): number {
  return Math.floor(seconds / SECONDS_PER_DAY)
}

/** Days as a whole number of seconds. */
export function daysToSeconds(days: number): number {
  return Math.round(days * SECONDS_PER_DAY)
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
