import type { JournalLine } from './books.js'
import { dateOf, type Horizon, monthOf } from './calendar.js'
import { sumOf } from './cents.js'

/** Cash by kind of entry, between what a day or month opened and closed with. */
function flows<K extends string>(
  key: K,
  lines: readonly JournalLine[],
  periods: readonly string[],
) {
  const moves = lines.filter(({ account }) => account === 'cash')
  const kinds = [...new Set(moves.map(({ event }) => event))]
  let balance = 0
  return periods.flatMap((period) => {
    const own = moves.filter(({ entry_date }) => entry_date.startsWith(period))
    const cents = (of: readonly JournalLine[]) => sumOf(of, ({ amount_cents }) => amount_cents)
    const opening = balance
    balance += cents(own)
    const row = (flow: string, amount_cents: number) => ({
      [key]: period.length === 7 ? `${period}-01` : period,
      flow,
      amount_cents,
    })
    return [
      row('opening', opening),
      ...kinds.map((flow) => row(flow, cents(own.filter(({ event }) => event === flow)))),
      row('closing', balance),
    ]
  })
}

export const cashFlowDaily = (lines: readonly JournalLine[], horizon: Horizon) =>
  flows('date', lines, horizon.days.map(dateOf))

export const cashFlow = (lines: readonly JournalLine[], horizon: Horizon) =>
  flows('month', lines, [...new Set(horizon.days.map((day) => monthOf(day).slice(0, 7)))])

/** From the result of a month to its cash: what every other account moved, as it adds to cash. */
export function cashBridge(
  lines: readonly JournalLine[],
  lineOf: ReadonlyMap<string, string>,
  horizon: Horizon,
) {
  const accounts = [...new Set(lines.map(({ account }) => account))].filter((a) => a !== 'cash')
  return horizon.months.flatMap((month) =>
    accounts.map((account) => ({
      month,
      kind: lineOf.has(account) ? 'profit' : 'change',
      line: lineOf.get(account) ?? account,
      amount_cents:
        0 -
        sumOf(
          lines.filter(
            (line) => line.account === account && line.entry_date.startsWith(month.slice(0, 7)),
          ),
          ({ amount_cents }) => amount_cents,
        ),
    })),
  )
}
