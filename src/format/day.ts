import { InputError } from '../errors.js'
import { dateOf, dayOf, MS_PER_DAY } from '../time/calendar.js'

const ISO_DAY = /^\d{4}-\d{2}(-\d{2})?$/

/** Whether a column holds days by its name: `date`, `click_date`. */
export function isDateColumn(name: string): boolean {
  return /(^|_)date$/.test(name)
}

/** Whether a column is named for months; its values tell days from the numbers 1 to 12. */
export function isMonthColumn(name: string): boolean {
  return /(^|_)month$/.test(name)
}

/** Whether a value is a day by itself, whatever its column is called. */
export function isDayValue(value: unknown): boolean {
  return value instanceof Date || (typeof value === 'string' && ISO_DAY.test(value))
}

/**
 * A day as milliseconds since 1970-01-01 UTC, whatever way it came: a Date read as UTC, an ISO
 * text, or a day number (days since 1970-01-01).
 *
 * @throws InputError on anything else
 */
export function epochMs(value: unknown): number {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'number' && Number.isInteger(value)) return value * MS_PER_DAY
  if (typeof value === 'string' && ISO_DAY.test(value)) {
    return Date.parse(`${value}${value.length === 7 ? '-01' : ''}T00:00:00Z`)
  }
  throw new InputError(
    `Got ${String(value)} as a day, allowed a Date, 'yyyy-mm-dd', 'yyyy-mm' or a whole day number.`,
  )
}

/** A day as ISO text. */
export function isoDay(ms: number): string {
  return dateOf(dayOf(new Date(ms)))
}
