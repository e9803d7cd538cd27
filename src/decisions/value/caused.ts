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

const known = new WeakMap<Responses, { readonly value: OrderValue; readonly caused: Caused }>()

/**
 * Orders that were, by the channel that caused them: each period's orders in proportion to what a draw expected of
 * the channel (see `Thinning`). Made once for a model and its value: values, tables and plans all ask for it.
 */
export function causedOrders(responses: Responses, value: OrderValue): Caused {
  const kept = known.get(responses)
  if (kept?.value === value) return kept.caused
  const { posterior, data } = responses.model
  const size = posterior.draws * data.channels.length
  const sums = { orders: new Float64Array(size), contribution: new Float64Array(size) }
  const { months, cents } = value
  const worth = Float64Array.from(months.ofPeriod, (m) => cents[m]!)
  const meanDaily = data.channels.map((_, c) => addChannel(responses, c, worth, sums))
  const caused = { ...sums, meanDaily }
  known.set(responses, { value, caused })
  return caused
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

/** What one incremental order a period brings in all, and what it is reckoned from. */
interface Unit {
  readonly column: Float64Array
  readonly thinning: Float64Array
  readonly orders: number
  readonly contribution: number
  /** Mean incremental orders a period of the draws that stand on it. */
  weight: number
}

function unitOf(column: Float64Array, thinning: Float64Array, worth: Float64Array): Unit {
  let orders = 0
  let contribution = 0
  for (let t = 0; t < thinning.length; t++) {
    const placed = thinning[t]! * column[t]!
    orders += placed
    contribution += placed * worth[t]!
  }
  return { column, thinning, orders, contribution, weight: 0 }
}

function addTo(daily: Float64Array, { column, thinning, weight }: Unit): void {
  for (let t = 0; t < daily.length; t++) daily[t]! += weight * (thinning[t]! * column[t]!)
}
