import type { DuckDBValue, DuckDBValueConverter, JS } from '@duckdb/node-api'
import type { ColumnType } from '../schema/column.js'
import { dayOf } from '../time/calendar.js'
import { driver } from './driver.js'

/** What a cell of a result is in JavaScript; DATE and TIMESTAMP are Dates read as UTC. */
export type Value = number | string | boolean | Date | null | undefined

/** One row of a result, by column. */
export type Row = Record<string, Value>

/**
 * From the driver's value to ours. Every integer type becomes a number.
 *
 * @throws RangeError on an integer beyond 2^53 - 1, which a number would silently round
 */
export const toValue: DuckDBValueConverter<JS> = (value, type, nested) => {
  const js = driver().JSDuckDBValueConverter(value, type, nested)
  if (typeof js !== 'bigint') return js
  const number = Number(js)
  if (Number.isSafeInteger(number)) return number
  throw new RangeError(
    `A result holds the integer ${js}, beyond 2^53 - 1. Cast that column to VARCHAR to read it whole.`,
  )
}

/** From our value to the driver's, for a column of the given type. */
export function fromValue(value: Value, type: ColumnType): DuckDBValue {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'BIGINT':
      return BigInt(value as number)
    case 'DATE':
      return new (driver().DuckDBDateValue)(
        value instanceof Date ? dayOf(value) : (value as number),
      )
    case 'TIMESTAMP':
      return new (driver().DuckDBTimestampValue)(BigInt((value as Date).getTime()) * 1000n)
    default:
      return value as DuckDBValue
  }
}
