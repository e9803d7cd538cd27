import type { Responses } from '../plans/responses.js'
import type { OrderValue } from './order-value.js'

/** What each channel caused in history, draw by draw, at [draw * channels + c]. */
export interface Caused {
  readonly orders: Float64Array
  /** Contribution before marketing of these orders, cents. */
  readonly contribution: Float64Array
  /** By channel: mean orders caused, a period. Over channels never more than the period had. */
  readonly meanDaily: readonly Float64Array[]
}

/**
 * Orders that were, by the channel that caused them: each period's orders in proportion to what a draw expected of
 * the channel (see `Thinning`).
 */
export function causedOrders(responses: Responses, value: OrderValue): Caused {
  const { posterior, data } = responses.model
  const size = posterior.draws * data.channels.length
  const sums = { orders: new Float64Array(size), contribution: new Float64Array(size) }
  const { months, cents } = value
  const worth = Float64Array.from(months.ofPeriod, (m) => cents[m]!)
  return { ...sums, meanDaily: data.channels.map((_, c) => addChannel(responses, c, worth, sums)) }
}

/** Fills in one channel's sums; gives its mean orders a period. */
function addChannel(
  { model, history, thinning }: Responses,
  c: number,
  worth: Float64Array,
  into: Pick<Caused, 'orders' | 'contribution'>,
): Float64Array {
  const { draws, channels, incremental, gridPoint } = model.posterior
  const shared = new Map<number, Unit>()
  const daily = new Float64Array(worth.length)
  for (let d = 0; d < draws; d++) {
    const at = d * channels.length + c
    const k = gridPoint[at]!
    const own = thinning.own.get(d)
    const unit = own
      ? unitOf(history[c]!.get(k)!, own, worth)
      : (shared.get(k) ?? unitOf(history[c]!.get(k)!, thinning.shared, worth))
    if (!own) shared.set(k, unit)
    const b = incremental[at]!
    into.orders[at] = b * unit.orders
    into.contribution[at] = b * unit.contribution
    unit.weight += b / draws
    if (own) addTo(daily, unit)
  }
  for (const unit of shared.values()) addTo(daily, unit)
  return daily
}

/** What one incremental order a period brings, by period and in all. */
interface Unit {
  readonly daily: Float64Array
  readonly orders: number
  readonly contribution: number
  /** Mean incremental orders a period of the draws that stand on it. */
  weight: number
}

function unitOf(column: Float64Array, thinning: Float64Array, worth: Float64Array): Unit {
  const daily = thinning.map((share, t) => share * column[t]!)
  let orders = 0
  let contribution = 0
  for (let t = 0; t < daily.length; t++) {
    orders += daily[t]!
    contribution += daily[t]! * worth[t]!
  }
  return { daily, orders, contribution, weight: 0 }
}

function addTo(daily: Float64Array, unit: Unit): void {
  for (let t = 0; t < daily.length; t++) daily[t]! += unit.weight * unit.daily[t]!
}
