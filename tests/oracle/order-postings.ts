import type { Posting } from './books.js'
import { sumOf } from './cents.js'
import { lineCents, type OrderStory } from './orders.js'
import { type OrderLine, orderLines, type Rules } from './rules.js'
import { partsOf } from './settlements.js'

const UNITS = 'finance.fct_unit_economics'
const lineAccounts: Readonly<
  Record<OrderLine, readonly [event: string, debit: string, credit: string]>
> = {
  commission: ['commission_earned', 'seller_payable', 'commission'],
  goods_revenue: ['goods_sold', 'seller_payable', 'goods_revenue'],
  cost_of_goods: ['goods_bought', 'cost_of_goods', 'cash'],
  freight: ['freight_earned', 'seller_payable', 'freight'],
  payment_fee: ['payment_fee', 'payment_fees', 'acquirer_receivable'],
  anticipation_fee: ['instalments_anticipated', 'anticipation_fees', 'acquirer_receivable'],
  chargeback: ['chargebacks_expected', 'chargebacks', 'acquirer_receivable'],
  kept_fee: ['payment_fee_kept', 'kept_fees', 'acquirer_receivable'],
  refund_cost: ['refund_made', 'refund_costs', 'refund_provision'],
  freight_passed_on: ['freight_passed_on', 'seller_payable', 'freight_passed_on'],
  carrier: ['carrier_owed', 'carrier', 'carrier_payable'],
  operations: ['operations_done', 'operations', 'cash'],
  sla_penalty: ['sla_penalty', 'sla_penalty', 'cash'],
  commission_tax: ['commission_tax', 'commission_tax', 'cash'],
  freight_tax: ['freight_tax', 'freight_tax', 'cash'],
}

/** Everything that one order ever posts. */
export function orderPostings(story: OrderStory, rules: Rules): Posting[] {
  return [
    ...linePostings(story),
    ...carrierPayments(story, rules),
    ...refundCosts(story, rules),
    ...refunds(story, rules),
    ...buyerPostings(story, rules),
    ...settlements(story),
  ]
}

/** The postings of one line of an order, and its reversal where the order's end takes it back. */
export function linePostings(story: OrderStory): (Posting & { line: OrderLine })[] {
  const { stands, takenBack, order, events } = story
  return orderLines.flatMap((line) => {
    const day = stands[line] ?? takenBack[line]
    if (day === null) return []
    const [event, debit, credit] = lineAccounts[line]
    const cents = lineCents(story, line)
    const booked = { day, event, segment: order.channel, debit, credit, source: UNITS, cents, line }
    if (takenBack[line] === null) return [booked]
    const back = {
      ...booked,
      day: events.end ?? events.delivery!,
      event: `${event}_reversed`,
      cents: -cents,
    }
    return [booked, back]
  })
}

/** Buyers pay when approved, get it back when the order ends; sellers get the rest after delivery. */
function buyerPostings({ order, events, stands, items }: OrderStory, rules: Rules): Posting[] {
  const { approval, delivery, end } = events
  const segment = order.channel
  const paid = {
    event: 'buyer_paid',
    segment,
    debit: 'acquirer_receivable',
    credit: 'seller_payable',
    source: 'dwh.fct_payments',
    cents: order.paymentCents,
  }
  const rows: Posting[] = approval === null ? [] : [{ ...paid, day: approval }]
  if (approval !== null && end !== null) {
    rows.push({ ...paid, day: end, event: 'buyer_paid_reversed', cents: -order.paymentCents })
  }
  if (delivery !== null && end === null) {
    const kept = sumOf(
      items,
      ({ commission, freight, freight_passed_on, goods_revenue }) =>
        (stands.goods_revenue === null ? 0 : goods_revenue) +
        (stands.commission === null ? 0 : commission) +
        (stands.freight === null ? 0 : freight + freight_passed_on),
    )
    rows.push({
      day: delivery + rules.rate('payout_delay_days'),
      event: 'seller_paid',
      segment,
      debit: 'seller_payable',
      credit: 'cash',
      source: 'finance.fct_order_events',
      cents: order.paymentCents - kept,
    })
  }
  return rows
}

/** Costs of refunds are paid with them: when an order ended, or by the rule that pays overdue ones back. */
function refundCosts(story: OrderStory, rules: Rules): Posting[] {
  if (story.events.end === null && rules.undelivered !== 'refund') return []
  return linePostings(story)
    .filter(({ line }) => line === 'refund_cost')
    .map(({ line: _, ...cost }) => ({
      ...cost,
      event: 'refund_cost_paid',
      debit: 'refund_provision',
      credit: 'cash',
    }))
}

/** What is held of an overdue order is owed to its buyer, and paid back by that rule, until it arrives. */
function refunds(story: OrderStory, rules: Rules): Posting[] {
  const { overdue, delivery } = story.events
  if (overdue === null) return []
  const keptLines = ['commission', 'freight', 'freight_passed_on', 'goods_revenue']
  const kept = sumOf(
    linePostings(story).filter(({ line, day }) => keptLines.includes(line) && day <= overdue),
    ({ cents }) => cents,
  )
  const moved = {
    segment: story.order.channel,
    source: 'finance.fct_order_events',
    cents: story.order.paymentCents - kept,
  }
  const moves = [
    { ...moved, event: 'refund_owed', debit: 'seller_payable', credit: 'refund_liability' },
    ...(rules.undelivered === 'refund'
      ? [{ ...moved, event: 'buyer_refunded', debit: 'refund_liability', credit: 'cash' }]
      : []),
  ]
  return moves.flatMap((move) => [
    { ...move, day: overdue },
    ...(delivery === null
      ? []
      : [{ ...move, day: delivery, event: `${move.event}_reversed`, cents: -move.cents }]),
  ])
}

/** Carriers are paid what is booked as owed, so many days later. */
function carrierPayments(story: OrderStory, rules: Rules): Posting[] {
  return linePostings(story)
    .filter(({ line }) => line === 'carrier')
    .map(({ line: _, ...owed }) => ({
      ...owed,
      day: owed.day + rules.rate('carrier_terms_days'),
      event: 'carrier_paid',
      debit: 'carrier_payable',
      credit: 'cash',
    }))
}

/** Acquirers settle part after part; what came in goes back when the order ends, with a fee that stands. */
function settlements(story: OrderStory): Posting[] {
  const { end } = story.events
  const parts = partsOf(story)
  const settled = parts.filter(({ due }) => end === null || due < end)
  const booked = {
    event: 'payment_settled',
    segment: story.order.channel,
    debit: 'cash',
    credit: 'acquirer_receivable',
    source: 'dwh.fct_payments',
  }
  const rows = settled.map(({ due, cents, feeCents }) => ({
    ...booked,
    day: due,
    cents: cents - feeCents,
  }))
  if (end === null || parts.length === 0) return rows
  const fee =
    (story.stands.payment_fee === null ? 0 : sumOf(parts, ({ feeCents }) => feeCents)) +
    (story.stands.kept_fee === null ? 0 : story.wholes.kept_fee)
  const back = 0 - sumOf(rows, ({ cents }) => cents) - fee
  return [...rows, { ...booked, day: end, event: 'payment_settled_reversed', cents: back }]
}
