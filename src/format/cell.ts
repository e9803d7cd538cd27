import { InputError } from '../errors.js'
import { MS_PER_DAY } from '../time/calendar.js'
import { epochMs, isDateColumn, isDayValue, isMonthColumn, isoDay } from './day.js'
import type { Notation } from './notation.js'
import { quantityKind } from './quantity.js'

/**
 * How a column of a table is written. `money` takes minor units, `rate` basis points, `millionths`
 * millionths; `date` and `month` take a Date, ISO text or a day number; `channel` an id of a channel or
 * another code name; `plain`
 * adds nothing.
 */
export type CellFormat =
  | 'money'
  | 'rate'
  | 'millionths'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'month'
  | 'channel'
  | 'plain'

/** What stands where nothing is known. */
export const MISSING = '–'

const NUMBERS: Readonly<Record<string, (value: number, notation: Notation) => string>> = {
  money: (value, { money }) => money.exact(value),
  rate: (value, { rate }) => rate(value),
  millionths: (value, { number }) => number(value / 1e6, 6),
  integer: (value, { number }) => number(value),
  decimal: (value, { number }) => number(value, 2),
}

/** Columns of code names, which are shown in words. */
const CODE_NAMES: ReadonlySet<string> = new Set(
  'channel line account event grade status design advice subject'.split(' '),
)

/** The format of a column by its name, and where the name is silent by its values: hundreds need no decimals. */
export function defaultFormat(column: string, values: readonly unknown[]): CellFormat {
  if (isMonthColumn(column) && values.some(isDayValue)) return 'month'
  if (isDateColumn(column)) return 'date'
  if (CODE_NAMES.has(column)) return 'channel'
  if (/(^|_)(year|month|id|key|seed|version|prefix)$/.test(column)) return 'plain'
  const kind = quantityKind(column)
  if (kind === 'money' || kind === 'rate' || kind === 'millionths') return kind
  const numbers = values.filter((value) => typeof value === 'number' || typeof value === 'bigint')
  if (numbers.length === 0) return 'plain'
  return numbers.some((value) => Math.abs(Number(value)) >= 100) ||
    numbers.every((value) => typeof value === 'bigint' || Number.isInteger(value))
    ? 'integer'
    : 'decimal'
}

/**
 * One cell as text.
 *
 * @throws InputError when a numeric format meets something that is not a number
 */
export function formatCell(value: unknown, format: CellFormat, notation: Notation): string {
  if (value === null || value === undefined) return MISSING
  if (format === 'month') return isMonthText(value) ? value : isoDay(epochMs(value)).slice(0, 7)
  if (format === 'date') return isoDay(epochMs(value))
  if (format === 'channel') return notation.nameOf(String(value))
  const asNumber = NUMBERS[format]
  if (asNumber === undefined || typeof value === 'string') return plainText(value)
  const number = Number(value)
  if (Number.isFinite(number)) return asNumber(number, notation)
  throw new InputError(`Got ${String(value)} in a column of format ${format}, needed a number.`)
}

function isMonthText(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}$/.test(value)
}

function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value instanceof Date) {
    const text = value.toISOString()
    return value.getTime() % MS_PER_DAY === 0
      ? text.slice(0, 10)
      : text.slice(0, 19).replace('T', ' ')
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
