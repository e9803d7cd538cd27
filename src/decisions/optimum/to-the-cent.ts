import { allocate } from '../../money/allocate.js'
import type { TableColumn } from './table.js'

/**
 * A plan of whole cents that spends its total exactly: the total over the columns by largest remainder, then each
 * column's cents over its periods in proportion to history. A column that keeps its total keeps every day.
 *
 * @param history by channel, spend a period in whole cents
 * @param monthOf month of each period
 */
export function planToTheCent(
  totalCents: number,
  multiples: readonly number[],
  columns: readonly TableColumn[],
  history: readonly Float64Array[],
  monthOf: Int32Array,
): Float64Array[] {
  const plan = history.map((series) => Float64Array.from(series))
  const weights = columns.map(({ spend }, j) => spend * multiples[j]!)
  if (weights.every((weight) => weight === 0)) return plan.map((series) => series.fill(0))
  const cents = allocate(totalCents, weights)
  for (const [j, { channel, month }] of columns.entries()) {
    const periods = Array.from(monthOf.keys()).filter(
      (t) => month === undefined || monthOf[t] === month,
    )
    const spent = periods.map((t) => history[channel]![t]!)
    const parts = allocate(cents[j]!, spent)
    for (const [i, t] of periods.entries()) plan[channel]![t] = parts[i]!
  }
  return plan
}
