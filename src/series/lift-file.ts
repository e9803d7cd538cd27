import type { LiftTest } from '../decisions/data.js'
import { InputError } from '../errors.js'
import { parseDay } from '../time/calendar.js'
import { numberOf } from './cells.js'
import { readDelimited } from './delimited.js'

const COLUMNS = [
  'channel',
  'first_date',
  'last_date',
  'spend_factor',
  'lift_orders',
  'standard_error',
] as const

/**
 * Reads lift tests beside a series: `lift_tests.csv` as for a marketplace; `lift_orders` and
 * `standard_error` are in units of the outcome.
 *
 * @throws InputError on a column that lacks, or a cell that cannot be read
 */
export function readLiftFile(path: string): LiftTest[] {
  const { header, lines } = readDelimited(path)
  const lacking = COLUMNS.filter((column) => !header.includes(column))
  if (lacking.length > 0) {
    throw new InputError(`${path}: no column ${lacking.join(', ')}, needed ${COLUMNS.join(', ')}.`)
  }
  return lines.map(({ cells, number }) => {
    const cell = (column: (typeof COLUMNS)[number]) => cells[header.indexOf(column)]!.trim()
    const read = <T>(
      column: (typeof COLUMNS)[number],
      value: T | null | undefined,
      allowed: string,
    ) => {
      if (value !== null && value !== undefined) return value
      throw new InputError(
        `${path}, line ${number}, ${column}: got ${JSON.stringify(cell(column))}, allowed ${allowed}.`,
      )
    }
    const day = (column: 'first_date' | 'last_date') =>
      read(column, parseDay(cell(column)), 'a day as YYYY-MM-DD')
    const amount = (column: 'spend_factor' | 'lift_orders' | 'standard_error') =>
      read(column, numberOf(cell(column), { decimal: '.' }), 'a number such as 12.5')
    return {
      channel: cell('channel'),
      firstDay: day('first_date'),
      lastDay: day('last_date'),
      spendFactor: amount('spend_factor'),
      liftOrders: amount('lift_orders'),
      standardError: amount('standard_error'),
    }
  })
}
