import { dateOf, dayOfMonth, type Horizon, monthOf } from './calendar.js'
import { groupBy, share, sumOf } from './cents.js'
import type { Facts } from './facts.js'
import { lineCents, type OrderStory } from './orders.js'
import { type OrderLine, orderLines, type Rules } from './rules.js'
import { partsOf } from './settlements.js'
import { earnedOn, type Subscription } from './subscriptions.js'

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

/** Everything that is ever posted, after the horizon too. */
export function postings(
  facts: Facts,
  stories: readonly OrderStory[],
  subscriptions: readonly Subscription[],
  rules: Rules,
  horizon: Horizon,
): Posting[] {
  return [
    ...stories.flatMap((story) => [
      ...linePostings(story),
      ...carrierPayments(story, rules),
      ...refunds(story, rules),
      ...buyerPostings(story, rules),
      ...settlements(story),
    ]),
    ...marketingPostings(facts, rules),
    ...subscriptionPostings(subscriptions, horizon),
    ...dailyCosts(subscriptions, rules, horizon).map(({ line, ...cost }) => ({
      ...cost,
      event: line,
      debit: line === 'fixed_cost' ? 'fixed_costs' : line,
      credit: 'cash',
      source: line === 'fixed_cost' ? 'finance.fixed_costs' : 'finance.fct_subscriptions',
    })),
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

/** An overdue order is owed to its buyer, and refunded by that rule; costs of refunds are paid with them. */
function refunds(story: OrderStory, rules: Rules): Posting[] {
  const { order, events } = story
  const isPaid = rules.undelivered === 'refund'
  const costs = linePostings(story)
    .filter(({ line }) => line === 'refund_cost' && (events.end !== null || isPaid))
    .map(({ line: _, ...cost }) => ({
      ...cost,
      event: 'refund_cost_paid',
      debit: 'refund_provision',
      credit: 'cash',
    }))
  if (events.overdue === null) return costs
  const keptLines = ['commission', 'freight', 'freight_passed_on', 'goods_revenue']
  const kept = sumOf(
    linePostings(story).filter(
      ({ line, day }) => keptLines.includes(line) && day <= events.overdue!,
    ),
    ({ cents }) => cents,
  )
  const cents = order.paymentCents - kept
  const move = (event: string, debit: string, credit: string) => {
    const there = {
      day: events.overdue!,
      event,
      segment: order.channel,
      debit,
      credit,
      source,
      cents,
    }
    if (events.delivery === null) return [there]
    return [there, { ...there, day: events.delivery, event: `${event}_reversed`, cents: -cents }]
  }
  const source = 'finance.fct_order_events'
  return [
    ...costs,
    ...move('refund_owed', 'seller_payable', 'refund_liability'),
    ...(isPaid ? move('buyer_refunded', 'refund_liability', 'cash') : []),
  ]
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

function marketingPostings({ marketing, inventory }: Facts, rules: Rules): Posting[] {
  const post =
    (source: string) =>
    (
      day: number,
      segment: string,
      cents: number,
      event: string,
      debit: string,
      credit: string,
    ) => ({
      day,
      event,
      segment,
      debit,
      credit,
      source,
      cents,
    })
  const market = post('market.fct_marketing_daily')
  const clicks = post('attribution.click_inventory_daily')
  return [
    ...marketing.flatMap(({ day, channel, spendCents, releasedCents, clicks: born }) => [
      market(
        day,
        channel,
        spendCents,
        'marketing_spent',
        'marketing_in_flight',
        'advertising_payable',
      ),
      market(
        day + rules.rate('advertising_terms_days'),
        channel,
        spendCents,
        'advertising_paid',
        'advertising_payable',
        'cash',
      ),
      market(
        day,
        channel,
        born === 0 ? releasedCents : 0,
        'no_response',
        'marketing_no_response',
        'marketing_in_flight',
      ),
    ]),
    ...inventory.flatMap(({ day, channel, ...cents }) => [
      clicks(
        day,
        channel,
        cents.bornCents,
        'clicks_born',
        'click_inventory',
        'marketing_in_flight',
      ),
      clicks(
        day,
        channel,
        cents.consumedCents,
        'clicks_consumed',
        'acquisition_cost',
        'click_inventory',
      ),
      clicks(
        day,
        channel,
        cents.decayedCents,
        'clicks_decayed',
        'marketing_decayed',
        'click_inventory',
      ),
      clicks(
        day,
        channel,
        cents.expiredCents,
        'clicks_expired',
        'marketing_expired',
        'click_inventory',
      ),
    ]),
  ]
}

function subscriptionPostings(subscriptions: readonly Subscription[], horizon: Horizon): Posting[] {
  const source = 'finance.fct_subscriptions'
  return subscriptions.flatMap(({ month, plan: segment, billed_cents }) => {
    const days = horizon.days.filter((day) => monthOf(day) === month)
    const first = Math.floor(Date.parse(month) / 86_400_000)
    return [
      {
        day: first,
        event: 'subscription_billed',
        segment,
        debit: 'cash',
        credit: 'deferred_subscription',
        source,
        cents: billed_cents,
      },
      ...days.map((day) => ({
        day,
        event: 'subscription_earned',
        segment,
        debit: 'deferred_subscription',
        credit: 'subscription_revenue',
        source,
        cents: earnedOn(billed_cents, month, day - first + 1),
      })),
    ]
  })
}

/** What each day costs beside orders and marketing: fixed costs, and tax on what each plan earns. */
export function dailyCosts(subscriptions: readonly Subscription[], rules: Rules, horizon: Horizon) {
  return horizon.days.flatMap((day) => {
    const month = monthOf(day)
    const plans = groupBy(
      subscriptions.filter((bill) => bill.month === month),
      ({ plan }) => plan,
    )
    const fixed = rules.fixedCosts.map(({ name, monthCents }) => ({
      day,
      line: 'fixed_cost' as const,
      segment: name,
      cents: earnedOn(monthCents, month, dayOfMonth(day)),
    }))
    const taxes = [...plans].map(([segment, bills]) => ({
      day,
      line: 'subscription_tax' as const,
      segment,
      cents: share(
        sumOf(bills, ({ billed_cents }) => earnedOn(billed_cents, month, dayOfMonth(day))),
        rules.rate('subscription_tax_bps'),
      ),
    }))
    return [...fixed, ...taxes]
  })
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
