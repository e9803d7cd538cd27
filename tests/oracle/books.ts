import { dateOf, type Horizon } from './calendar.js'
import { groupBy, sumOf } from './cents.js'

/** Money that moves from one account to another because of one event of one segment on one day. */
export interface Posting {
  readonly day: number
  readonly event: string
  readonly segment: string
  readonly debit: string
  readonly credit: string
  readonly source: string
  readonly cents: number
}

/** What one entry does to one account. */
export interface JournalLine {
  readonly entry_id: string
  readonly entry_date: string
  readonly event: string
  readonly segment: string
  readonly account: string
  readonly amount_cents: number
  readonly source: string
}

/** The journal up to the last day: an entry is one event of one segment on one day, and never nothing. */
export function journal(all: readonly Posting[], horizon: Horizon): JournalLine[] {
  const booked = all.filter(({ day }) => day <= horizon.last)
  const entries = groupBy(booked, ({ day, event, segment }) => `${dateOf(day)}:${event}:${segment}`)
  return [...entries].flatMap(([entry_id, rows]) => {
    const cents = sumOf(rows, (row) => row.cents)
    const { day, event, segment, debit, credit, source } = rows[0]!
    if (cents === 0) return []
    const line = { entry_id, entry_date: dateOf(day), event, segment, source }
    return [
      { ...line, account: debit, amount_cents: cents },
      { ...line, account: credit, amount_cents: -cents },
    ]
  })
}

export function trialBalance(lines: readonly JournalLine[], horizon: Horizon) {
  return [...groupBy(lines, ({ account }) => account)].flatMap(([account, moved]) => {
    let balance = 0
    return horizon.months.map((month) => {
      const amounts = moved
        .filter(({ entry_date }) => entry_date.startsWith(month.slice(0, 7)))
        .map(({ amount_cents }) => amount_cents)
      const debit_cents = sumOf(amounts, (cents) => Math.max(cents, 0))
      const credit_cents = sumOf(amounts, (cents) => Math.max(-cents, 0))
      const opening_cents = balance
      balance += debit_cents - credit_cents
      return { month, account, opening_cents, debit_cents, credit_cents, closing_cents: balance }
    })
  })
}
