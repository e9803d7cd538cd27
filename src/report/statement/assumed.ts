import { sum } from '../../numbers.js'
import { type Basis, type Ground, grounds } from '../../schema/basis.js'
import { profitLines } from '../../schema/finance/profit-lines.js'
import type { Statement } from './statement.js'

/** What is assumed or simulated, and the lines of the profit and loss that hang on it. */
export interface AssumedAmount {
  /** The grounds whose lines are the same, in words. */
  readonly assumed: string
  readonly basis: Basis
  readonly lines: readonly string[]
  /** What these lines add to the result, and what they take from it. */
  readonly adds_cents: number
  readonly takes_cents: number
}

/**
 * How much of the result hangs on each thing that is not observed: the lines that are made from it,
 * whole. A line that is made from several of them stands in each.
 */
export function assumedAmounts({ basis, lines }: Statement): AssumedAmount[] {
  const amounts = new Map(lines.map(({ line, cohort_cents }) => [line, cohort_cents]))
  const rows = basis.grounds
    .filter((ground) => ground.basis !== 'observed')
    .map((ground) => ({ ...ground, lines: linesOn(ground.ground, amounts) }))
    .filter((row) => row.lines.length > 0)
  const keyOf = (row: (typeof rows)[number]) => `${row.basis}: ${row.lines.join()}`
  return [...new Set(rows.map(keyOf))].map((key) => {
    const group = rows.filter((row) => keyOf(row) === key)
    const { basis: found, lines: of } = group[0]!
    const cents = of.map((line) => amounts.get(line)!)
    return {
      assumed: group.map(({ ground }) => grounds[ground].name).join('; '),
      basis: found,
      lines: of,
      adds_cents: sum(cents.filter((one) => one > 0)),
      takes_cents: sum(cents.filter((one) => one < 0)),
    }
  })
}

function linesOn(ground: Ground, amounts: ReadonlyMap<string, number>): string[] {
  return profitLines
    .filter(({ id, restsOn }) => restsOn.includes(ground) && (amounts.get(id) ?? 0) !== 0)
    .map(({ id }) => id)
}
