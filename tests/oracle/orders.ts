import { isWeekend } from './calendar.js'
import { groupBy, share, split, sumOf } from './cents.js'
import type { Facts, Item, Order } from './facts.js'
import { type Event, type OrderLine, orderLines, type Rules } from './rules.js'
import { type PaymentTerms, termsOf } from './settlements.js'

/** What happened to an order, on which days. */
export interface OrderEvents {
  readonly approval: number | null
  readonly hand_over: number | null
  readonly delivery: number | null
  readonly end: number | null
  /** Paid and not delivered for so long that a rule applies. */
  readonly overdue: number | null
  readonly isLate: boolean
}

/** What an item comes to, line by line, if the line stands. */
export interface ItemAmounts extends Readonly<Record<OrderLine, number>> {
  readonly item: Item
  readonly acquisition: number
}

type Whole = 'payment_fee' | 'anticipation_fee' | 'chargeback' | 'kept_fee' | 'refund_cost'
type Wholes = Readonly<Record<Whole, number>>

/** What acquirers take of an order, and what paying it back costs where it was paid. */
function wholesOf(payments: readonly PaymentTerms[], events: OrderEvents, rules: Rules): Wholes {
  const fee = sumOf(payments, ({ feeCents }) => feeCents)
  const isPaid = events.approval !== null
  return {
    payment_fee: fee,
    anticipation_fee: sumOf(payments, ({ aheadCents }) => aheadCents),
    chargeback: sumOf(payments, ({ chargebackCents }) => chargebackCents),
    kept_fee: isPaid ? share(fee, rules.rate('kept_fee_bps')) : 0,
    refund_cost: isPaid ? rules.rate('refund_cost_cents') : 0,
  }
}

/** An order with everything that follows from it. */
export interface OrderStory {
  readonly order: Order
  readonly events: OrderEvents
  /** The day on which a line stands; null: it does not. */
  readonly stands: Readonly<Record<OrderLine, number | null>>
  /** The day on which a line was booked that the order's end takes back; null: none. */
  readonly takenBack: Readonly<Record<OrderLine, number | null>>
  readonly items: readonly ItemAmounts[]
  /** What arises once for it, if it stands. */
  readonly wholes: Wholes
  readonly payments: readonly PaymentTerms[]
}

export function tellOrders(facts: Facts, rules: Rules, lastDay: number): OrderStory[] {
  const items = groupBy(facts.items, ({ orderId }) => orderId)
  const payments = groupBy(facts.payments, ({ orderId }) => orderId)
  return facts.orders.map((order) => {
    const events = eventsOf(order, rules, lastDay)
    const paid = (payments.get(order.id) ?? []).map((payment) => termsOf(payment, rules))
    const wholes = wholesOf(paid, events, rules)
    return {
      order,
      events,
      ...lineDays(order, events, rules),
      items: itemAmounts(order, items.get(order.id) ?? [], wholes, rules),
      wholes,
      payments: paid,
    }
  })
}

/** Days that the data lost follow from the status; nothing comes before the purchase. */
function eventsOf(order: Order, rules: Rules, lastDay: number): OrderEvents {
  const { implies, isEnded } = rules.status(order.status)
  const reached = (...events: string[]) => events.includes(implies)
  const { purchased, approved, handedOver, delivered, estimated } = order
  const notBefore = (day: number | null) => (day === null ? null : Math.max(day, purchased))
  const approval = notBefore(
    approved ?? (reached('approval', 'hand_over', 'delivery') ? purchased : null),
  )
  const hand_over = notBefore(
    handedOver ?? (reached('hand_over', 'delivery') ? (delivered ?? approved ?? purchased) : null),
  )
  const delivery = notBefore(
    delivered ?? (reached('delivery') ? (estimated ?? handedOver ?? purchased) : null),
  )
  const late = approval === null || isEnded ? null : approval + rules.rate('undelivered_days')
  const isOverdue =
    rules.undelivered !== 'none' &&
    late !== null &&
    late <= lastDay &&
    (delivery ?? late + 1) > late
  const lastKnown = Math.max(purchased, approval ?? 0, hand_over ?? 0, delivery ?? 0)
  return {
    approval,
    hand_over,
    delivery,
    end: isEnded ? lastKnown + rules.rate('refund_delay_days') : null,
    overdue: isOverdue ? late : null,
    isLate:
      delivered !== null &&
      estimated !== null &&
      delivered - estimated > rules.rate('sla_grace_days'),
  }
}

/**
 * An order earns and costs what its status lets stand. One that ended was booked like any other until
 * then, and what does not stand is taken back.
 */
function lineDays(order: Order, events: OrderEvents, rules: Rules) {
  const own = rules.status(order.status)
  const usual = rules.status('delivered').lines
  const on = (line: OrderLine, event: Event) =>
    event === 'never' || (line === 'sla_penalty' && !events.isLate) ? null : events[event]
  const perLine = (day: (line: OrderLine) => number | null) =>
    Object.fromEntries(orderLines.map((line) => [line, day(line)])) as Record<
      OrderLine,
      number | null
    >
  const isRefund = (line: OrderLine) => line === 'refund_cost' && events.overdue !== null
  const stands = perLine((line) =>
    isRefund(line) && events.delivery === null ? events.overdue : on(line, own.lines[line]),
  )
  return {
    stands,
    takenBack: perLine((line) =>
      isRefund(line) && events.delivery !== null
        ? events.overdue
        : own.isEnded && stands[line] === null
          ? on(line, usual[line])
          : null,
    ),
  }
}

function itemAmounts(
  order: Order,
  items: readonly Item[],
  wholes: Wholes,
  rules: Rules,
): ItemAmounts[] {
  if (items.length === 0) return []
  const factor = isWeekend(order.purchased) ? rules.rate('weekend_operations_bps') : 10_000
  const prices = items.map(({ priceCents }) => priceCents)
  const parts = Object.entries(wholes).map(([line, cents]) => [line, split(cents, prices)] as const)
  const bases = split(share(rules.rate('operations_order_cents'), factor), prices)
  const acquisitions = split(order.acquisitionCents, prices)
  return items.map((item, i) => {
    const goods = rules.isPrincipal ? item.priceCents : 0
    const carrier = share(item.freightCents, rules.rate('carrier_cost_bps'))
    const passedOn = rules.isFreightAgent ? Math.min(item.freightCents, carrier) : 0
    const commission = share(item.priceCents, rules.tier(item.seller).bps)
    return {
      item,
      commission,
      goods_revenue: goods,
      cost_of_goods: rules.isPrincipal
        ? (item.costCents ?? share(goods, rules.rate('cost_of_goods_bps')))
        : 0,
      freight: item.freightCents - passedOn,
      freight_passed_on: passedOn,
      ...(Object.fromEntries(parts.map(([line, cents]) => [line, cents[i]!])) as Wholes),
      carrier,
      operations: share(rules.rate('operations_item_cents'), factor) + bases[i]!,
      sla_penalty: share(item.freightCents, rules.rate('sla_penalty_bps')),
      acquisition: acquisitions[i]!,
      commission_tax: share(commission, rules.rate('commission_tax_bps')),
      freight_tax: share(item.freightCents - passedOn, rules.rate('freight_tax_bps')),
    }
  })
}

/** What an order without items comes to on a line: what arises once for it. */
export function bareCents({ wholes }: OrderStory, line: OrderLine): number {
  return line in wholes ? wholes[line as Whole] : 0
}

/** What all items of an order come to on a line; an order without items still has its payment fee. */
export function lineCents(story: OrderStory, line: OrderLine): number {
  if (story.items.length === 0) return bareCents(story, line)
  return sumOf(story.items, (amounts) => amounts[line])
}
