import { InputError } from '../../errors.js'
import type { Months } from './months.js'

/** What one more order is worth before marketing, by month of purchase. */
export interface OrderValue {
  readonly months: Months
  /** Cents by month; may be negative. */
  readonly cents: Float64Array
}

/** What the months of a run brought, in the order of its months. */
export interface MonthlyContribution {
  /** Contribution before marketing of the orders purchased in the month, cents. */
  readonly contributionCents: ArrayLike<number>
  /** Orders purchased in the month, all statuses. */
  readonly orders: ArrayLike<number>
  /** Of these, orders of new customers; needed where a repeat value is declared. */
  readonly newCustomers?: ArrayLike<number>
  /** Declared value, in cents, of what a new customer buys later. Default 0. */
  readonly repeatValueCents?: number
}

/** Orders at which a month's own value weighs as much as the horizon's. */
const SHRINK_ORDERS = 50

/**
 * Contribution of an order by month. A month of n orders weighs its own mean n / (n + 50) and the horizon's with
 * the rest, so that a thin month neither promises nor threatens much.
 *
 * @throws InputError when the months don't match or hold no order
 */
export function orderValue(months: Months, monthly: MonthlyContribution): OrderValue {
  const { contributionCents, orders, newCustomers, repeatValueCents = 0 } = monthly
  if (contributionCents.length !== months.names.length || orders.length !== months.names.length) {
    throw new InputError(
      `order value: got ${contributionCents.length} and ${orders.length} months, needed the horizon's ${months.names.length}.`,
    )
  }
  const worth = months.names.map(
    (_, m) => contributionCents[m]! + repeatValueCents * (newCustomers?.[m] ?? 0),
  )
  let total = 0
  let count = 0
  for (const [m, cents] of worth.entries()) {
    total += cents
    count += orders[m]!
  }
  if (count === 0)
    throw new InputError('order value: no order in the horizon, needed at least one.')
  const cents = worth.map((ofMonth, m) => {
    const weight = orders[m]! / (orders[m]! + SHRINK_ORDERS)
    const own = orders[m]! > 0 ? ofMonth / orders[m]! : 0
    return weight * own + (1 - weight) * (total / count)
  })
  return { months, cents: Float64Array.from(cents) }
}

/** The same value in every month: for a flat series, or a declared contribution. */
export function flatValue(months: Months, cents: number): OrderValue {
  return { months, cents: new Float64Array(months.names.length).fill(cents) }
}
