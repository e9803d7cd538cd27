import { roundHalfAway } from '../money/round.js'
import { sum } from '../numbers.js'

/** Orders by day and cause: channels in order, then those no channel caused. */
export interface DailyOrders {
  readonly days: number
  /** Channels and, last, direct. */
  readonly causes: number
  /** At [day * causes + cause]; counts or fractions of orders. */
  readonly orders: Float64Array
}

/** How near a method's credit comes to the truth. Shares are of all orders, direct included. */
export interface Score {
  /** Half the sum of all share errors: the share of orders credited wrongly in total. 0 is perfect. */
  readonly total_variation_bps: number
  /** Credited share less true share, by cause. */
  readonly share_error_bps: readonly number[]
  /** Chance that an order is given its true cause, when each day's orders are drawn by its credit. */
  readonly accuracy_bps: number
  /** The same when every order is drawn by the method's overall shares, blind to the day. */
  readonly chance_bps: number
}

/** Scores daily credit against daily truth; both hold the same orders on each day. */
export function scoreCredit(credit: DailyOrders, truth: DailyOrders): Score {
  const total = sum(truth.orders)
  const credited = shares(credit, total)
  const actual = shares(truth, total)
  const errors = credited.map((share, c) => share - actual[c]!)
  let hits = 0
  for (let t = 0; t < truth.days; t++) hits += expectedHits(credit, truth, t)
  return {
    total_variation_bps: bps(sum(errors.map(Math.abs)) / 2),
    share_error_bps: errors.map(bps),
    accuracy_bps: bps(total > 0 ? hits / total : 0),
    chance_bps: bps(sum(credited.map((share, c) => share * actual[c]!))),
  }
}

/** Orders of a day that get their true cause, on average over the draw. */
function expectedHits(credit: DailyOrders, truth: DailyOrders, t: number): number {
  const from = t * truth.causes
  let orders = 0
  let matched = 0
  for (let c = 0; c < truth.causes; c++) {
    orders += truth.orders[from + c]!
    matched += credit.orders[from + c]! * truth.orders[from + c]!
  }
  return orders > 0 ? matched / orders : 0
}

function shares({ orders, causes }: DailyOrders, total: number): number[] {
  const counts = new Array<number>(causes).fill(0)
  for (const [i, count] of orders.entries()) counts[i % causes]! += count
  return counts.map((count) => (total > 0 ? count / total : 0))
}

function bps(share: number): number {
  return roundHalfAway(share * 10_000)
}
