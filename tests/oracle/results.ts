import { groupBy, sumOf } from './cents.js'
import type { BareRow, UnitRow } from './economics.js'
import type { Facts } from './facts.js'

/** What an order came to, with or without items. */
export interface OrderResult {
  readonly orderId: string
  readonly customer: string
  readonly channel: string
  readonly day: number
  readonly isNew: boolean
  readonly acquisitionCents: number
  readonly contribution2: number
}

export function orderResults(facts: Facts, units: readonly UnitRow[], bare: readonly BareRow[]) {
  const items = groupBy(units, ({ order_id }) => order_id)
  const alone = new Map(bare.map((row) => [row.order_id, row.contribution_2_cents]))
  return facts.orders.map(
    ({ id, customer, channel, purchased, isNew, acquisitionCents }): OrderResult => ({
      orderId: id,
      customer,
      channel,
      day: purchased,
      isNew,
      acquisitionCents,
      contribution2:
        sumOf(items.get(id) ?? [], (row) => row.contribution_2_cents) + (alone.get(id) ?? 0),
    }),
  )
}

interface Subject {
  readonly subject: string
  readonly cents: number
}

/** Contribution 3 of every item, order, seller and customer. */
export function subjects(units: readonly UnitRow[], results: readonly OrderResult[]): Subject[] {
  const of = (subject: string, cents: Iterable<number>) =>
    Array.from(cents, (value) => ({ subject, cents: value }))
  const three = ({ contribution2, acquisitionCents }: OrderResult) =>
    contribution2 - acquisitionCents
  const bySeller = groupBy(units, ({ seller_id }) => seller_id).values()
  const byCustomer = groupBy(results, ({ customer }) => customer).values()
  return [
    ...of(
      'item',
      units.map((row) => row.contribution_3_cents),
    ),
    ...of('order', results.map(three)),
    ...of(
      'seller',
      [...bySeller].map((rows) => sumOf(rows, (row) => row.contribution_3_cents)),
    ),
    ...of(
      'customer',
      [...byCustomer].map((rows) => sumOf(rows, three)),
    ),
  ]
}

export function lossShares(all: readonly Subject[]) {
  return [...groupBy(all, ({ subject }) => subject)].map(([subject, rows]) => {
    const losing = rows.filter(({ cents }) => cents < 0)
    const gaining = rows.filter(({ cents }) => cents > 0)
    return {
      subject,
      subjects: rows.length,
      losing: losing.length,
      losing_bps: Math.floor((20_000 * losing.length + rows.length) / (2 * rows.length)),
      loss_cents: 0 - sumOf(losing, ({ cents }) => cents),
      gain_cents: sumOf(gaining, ({ cents }) => cents),
      contribution_3_cents: sumOf(rows, ({ cents }) => cents),
    }
  })
}

/** Buckets of R$ 5, for sellers R$ 100; the twentieth either side holds what lies beyond. */
export function distribution(all: readonly Subject[]) {
  const placed = all.map(({ subject, cents }) => {
    const width = subject === 'seller' ? 10_000 : 500
    const bucket = Math.max(-20, Math.min(19, Math.floor(cents / width)))
    return { subject, cents, from: bucket * width, to: (bucket + 1) * width }
  })
  return [...groupBy(placed, ({ subject, from }) => `${subject} ${from}`).values()].map((rows) => ({
    subject: rows[0]!.subject,
    from_cents: rows[0]!.from,
    to_cents: rows[0]!.to,
    subjects: rows.length,
    contribution_3_cents: sumOf(rows, ({ cents }) => cents),
  }))
}
