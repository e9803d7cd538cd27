import { dayOfMonth, daysInMonth, type Horizon, monthNumber, monthOf } from './calendar.js'
import { groupBy, sumOf } from './cents.js'
import type { Facts, Item } from './facts.js'
import type { Rules } from './rules.js'

export interface Subscription {
  readonly seller_id: string
  readonly month: string
  readonly plan: string
  readonly trailing_gmv_cents: number
  readonly billed_cents: number
  readonly recognised_cents: number
  readonly mrr_cents: number
  readonly movement: string
  readonly mrr_change_cents: number
}

/** A seller subscribes from the month after its first sale until it has been silent too long. */
export function subscribe(facts: Facts, rules: Rules, horizon: Horizon): Subscription[] {
  return [...groupBy(facts.items, ({ seller }) => seller)].flatMap(([seller, sales]) =>
    subscriptionsOf(seller, sales, rules, horizon),
  )
}

function subscriptionsOf(seller: string, sales: readonly Item[], rules: Rules, horizon: Horizon) {
  const sold = new Map(
    [...groupBy(sales, ({ day }) => monthNumber(monthOf(day)))].map(([month, items]) => [
      month,
      sumOf(items, ({ priceCents }) => priceCents),
    ]),
  )
  const rows: Subscription[] = []
  let before = { price: 0, subscribes: false, ever: false }
  for (const month of horizon.months) {
    const plan = planOf(sold, monthNumber(month), rules)
    if (plan) {
      const price = plan.priceCents
      const movement = movementOf(before, price)
      const change = price - (before.subscribes ? before.price : 0)
      rows.push(row(seller, month, horizon, plan.plan, plan.trailing, price, movement, change))
    } else if (before.subscribes) {
      rows.push(row(seller, month, horizon, 'none', 0, 0, 'churn', -before.price))
    }
    before = {
      price: plan?.priceCents ?? 0,
      subscribes: plan !== undefined,
      ever: before.ever || plan !== undefined,
    }
  }
  return rows
}

function movementOf(
  before: { price: number; subscribes: boolean; ever: boolean },
  price: number,
): string {
  if (!before.ever) return 'new'
  if (!before.subscribes) return 'reactivation'
  if (price === before.price) return 'retained'
  return price > before.price ? 'expansion' : 'contraction'
}

/** The plan of a month follows from the months before it alone. */
function planOf(sold: ReadonlyMap<number, number>, month: number, rules: Rules) {
  const past = (months: number) => Array.from({ length: months }, (_, i) => month - 1 - i)
  if (!past(rules.rate('subscription_churn_months')).some((m) => sold.has(m))) return undefined
  const trailingMonths = rules.rate('subscription_trailing_months')
  const trailing = sumOf(past(trailingMonths), (m) => sold.get(m) ?? 0)
  const [best] = rules.plans
    .filter(({ aboveCents }) => aboveCents === 0 || trailing > aboveCents * trailingMonths)
    .sort((a, b) => b.aboveCents - a.aboveCents || (a.plan < b.plan ? -1 : 1))
  return { ...best!, trailing }
}

function row(
  seller_id: string,
  month: string,
  horizon: Horizon,
  plan: string,
  trailing: number,
  price: number,
  movement: string,
  change: number,
): Subscription {
  const end = monthOf(horizon.last) === month ? dayOfMonth(horizon.last) : daysInMonth(month)
  const days = Array.from({ length: end }, (_, i) => i + 1)
  return {
    seller_id,
    month,
    plan,
    trailing_gmv_cents: trailing,
    billed_cents: price,
    recognised_cents: sumOf(days, (day) => earnedOn(price, month, day)),
    mrr_cents: price,
    movement,
    mrr_change_cents: change,
  }
}

/** What one day of a month earns of a bill: the floor of its share, leftover cents on the first days. */
export function earnedOn(billedCents: number, month: string, day: number): number {
  const length = daysInMonth(month)
  return Math.floor(billedCents / length) + (day <= billedCents % length ? 1 : 0)
}

export function mrrBridge(subscriptions: readonly Subscription[], horizon: Horizon) {
  let opening = 0
  return horizon.months.map((month) => {
    const rows = subscriptions.filter((subscription) => subscription.month === month)
    const moved = (movement: string) =>
      sumOf(
        rows.filter((subscription) => subscription.movement === movement),
        ({ mrr_change_cents }) => mrr_change_cents,
      )
    const bridge = {
      month,
      subscribers: rows.filter(({ mrr_cents }) => mrr_cents > 0).length,
      opening_cents: opening,
      new_cents: moved('new'),
      reactivation_cents: moved('reactivation'),
      expansion_cents: moved('expansion'),
      contraction_cents: moved('contraction'),
      churn_cents: moved('churn'),
      closing_cents: sumOf(rows, ({ mrr_cents }) => mrr_cents),
    }
    opening = bridge.closing_cents
    return bridge
  })
}
