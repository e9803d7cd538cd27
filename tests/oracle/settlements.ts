import { monthOf } from './calendar.js'
import { groupBy, ratio, share, sumOf } from './cents.js'
import type { Payment } from './facts.js'
import type { OrderStory } from './orders.js'
import type { Rules } from './rules.js'

/** What the acquirer takes of a payment, and when what is left of it comes. */
export interface PaymentTerms {
  readonly type: string
  readonly cents: number
  readonly feeCents: number
  /** What it takes for paying instalments ahead. */
  readonly aheadCents: number
  /** What buyers are expected to call back. */
  readonly chargebackCents: number
  /** Days from the approval to each part of the money. */
  readonly waits: readonly number[]
}

export function termsOf({ type, cents, instalments }: Payment, rules: Rules): PaymentTerms {
  const { bps, cents: fixed, chargebackBps, days } = rules.fee(type)
  const count = Math.max(instalments, 1)
  const waits = Array.from({ length: count }, (_, i) => days + i * rules.rate('instalment_days'))
  const feeCents = share(cents, bps) + fixed
  const terms = { type, cents, feeCents, chargebackCents: share(cents, chargebackBps) }
  if (!rules.isAnticipated) return { ...terms, aheadCents: 0, waits }
  const soonest = Math.min(days, rules.rate('anticipated_days'))
  const daysAhead = sumOf(waits, (wait) => wait - soonest)
  const aheadCents = ratio(cents * rules.rate('anticipation_bps'), daysAhead, count * 300_000)
  return { ...terms, aheadCents, waits: [soonest] }
}

/** One part of the money of an order that the acquirer owes. */
export interface Part {
  readonly type: string
  readonly due: number
  readonly cents: number
  readonly feeCents: number
}

/** The parts of an order's payments; of a fee alone, where none was approved. */
export function partsOf({ events, stands, takenBack, payments }: OrderStory): Part[] {
  const feeDay = stands.payment_fee ?? takenBack.payment_fee
  const from = events.approval ?? feeDay
  if (from === null) return []
  return payments.flatMap(({ type, cents, waits, ...takes }) => {
    const whole = events.approval === null ? 0 : cents
    const fee = feeDay === null ? 0 : takes.feeCents + takes.aheadCents + takes.chargebackCents
    return waits.map((wait, i) => ({
      type,
      due: from + wait,
      cents: part(whole, waits.length, i),
      feeCents: part(fee, waits.length, i),
    }))
  })
}

const part = (cents: number, of: number, i: number) =>
  Math.floor(cents / of) + (i < cents % of ? 1 : 0)

/** What acquirers owe on the last day, by type and month. */
export function receivables(stories: readonly OrderStory[], last: number) {
  const open = stories.flatMap((story) => {
    const { approval, end } = story.events
    const feeDay = story.stands.payment_fee ?? story.takenBack.payment_fee
    const isKnown = (day: number | null) => day !== null && day <= last
    return partsOf(story).map(({ type, due, cents, feeCents }) => ({
      payment_type: type,
      due_month: monthOf(due),
      cents:
        (isKnown(approval) ? cents : 0) -
        (isKnown(feeDay) ? feeCents : 0) -
        (due <= last || isKnown(end) ? cents - feeCents : 0),
    }))
  })
  return [...groupBy(open, (row) => `${row.payment_type} ${row.due_month}`).values()].flatMap(
    (rows) => {
      const { payment_type, due_month } = rows[0]!
      const receivable_cents = sumOf(rows, ({ cents }) => cents)
      return receivable_cents === 0 ? [] : [{ payment_type, due_month, receivable_cents }]
    },
  )
}
