import { InputError } from '../../errors.js'
import type { Months } from '../value/months.js'
import type { OrderValue } from '../value/order-value.js'
import { columnsWithTail, type Responses } from './responses.js'

/** A plan against history, draw by draw. Entries [draw * channels + c], and [c * months + m] for means. */
export interface Counterfactual {
  /** Orders in the horizon, plan less history. */
  readonly orders: Float64Array
  /** Their contribution before marketing, cents. */
  readonly contribution: Float64Array
  readonly meanOrders: Float64Array
  readonly meanContribution: Float64Array
  /** Mean orders after the horizon that the plan's memory brings more (or fewer), over all channels. */
  readonly tailOrders: number
}

/**
 * What would have been under another plan. In draw d the orders of a period change by
 *
 *     observed orders * b (z(plan) - z(history)) / expected orders
 *
 * for each channel: history is thinned or thickened in proportion, so its level and its chance stay. Channels add
 * up, and the plan of history changes exactly 0.
 *
 * @param spend by channel, a period each, >= 0, in the unit of the data
 * @throws InputError on a plan of another shape or with negative spend
 */
export function counterfactual(
  responses: Responses,
  spend: readonly Float64Array[],
  value: OrderValue,
): Counterfactual {
  const { data, posterior } = responses.model
  checkPlan(responses, spend)
  const channels = data.channels.length
  const months = value.months.names.length
  const result = {
    orders: new Float64Array(posterior.draws * channels),
    contribution: new Float64Array(posterior.draws * channels),
    meanOrders: new Float64Array(channels * months),
    meanContribution: new Float64Array(channels * months),
    tailOrders: 0,
  }
  for (const [c, channel] of data.channels.entries()) {
    if (channel.spend.every((amount, t) => amount === spend[c]![t]!)) continue
    result.tailOrders += addChannel(responses, c, spend[c]!, value, result)
  }
  return result
}

/** Adds one channel's change to the sums; gives its mean orders after the horizon. */
function addChannel(
  responses: Responses,
  c: number,
  spend: Float64Array,
  { months, cents }: OrderValue,
  into: Omit<Counterfactual, 'tailOrders'>,
): number {
  const { model, thinning } = responses
  const { posterior, data } = model
  const periods = data.orders.length
  const channels = data.channels.length
  const changes = changesOf(responses, c, spend)
  const known = new Map<number, Float64Array>()
  let tail = 0
  for (let d = 0; d < posterior.draws; d++) {
    const at = d * channels + c
    const b = posterior.incremental[at]!
    const k = posterior.gridPoint[at]!
    const change = changes.get(k)!
    const own = thinning.own.get(d)
    const byMonth = own
      ? thinned(change, own, months)
      : (known.get(k) ?? thinned(change, thinning.shared, months))
    if (!own) known.set(k, byMonth)
    for (let m = 0; m < byMonth.length; m++) {
      const orders = b * byMonth[m]!
      into.orders[at]! += orders
      into.contribution[at]! += orders * cents[m]!
      into.meanOrders[c * byMonth.length + m]! += orders / posterior.draws
      into.meanContribution[c * byMonth.length + m]! += (orders * cents[m]!) / posterior.draws
    }
    tail += (b * change[periods]! * responses.tailThinning) / posterior.draws
  }
  return tail
}

/** A column's change by month, as a thinning counts it. */
function thinned(
  change: Float64Array,
  thinning: Float64Array,
  { names, ofPeriod }: Months,
): Float64Array {
  const byMonth = new Float64Array(names.length)
  for (let t = 0; t < thinning.length; t++) byMonth[ofPeriod[t]!]! += thinning[t]! * change[t]!
  return byMonth
}

/** By grid point: the column's change in each period and, last, its sum over the tail. */
function changesOf(
  responses: Responses,
  c: number,
  spend: Float64Array,
): Map<number, Float64Array> {
  const { data, grids } = responses.model
  const periods = data.orders.length
  const used = [...responses.history[c]!]
  const plans = columnsWithTail(
    data.channels[c]!,
    used.map(([k]) => grids[c]![k]!),
    spend,
  )
  const changes = used.map(([k, history], i) => {
    const change = new Float64Array(periods + 1)
    const plan = plans[i]!
    for (let t = 0; t < plan.length; t++) change[Math.min(t, periods)]! += plan[t]! - history[t]!
    return [k, change] as const
  })
  return new Map(changes)
}

function checkPlan({ model }: Responses, spend: readonly Float64Array[]): void {
  const { channels, orders } = model.data
  if (spend.length !== channels.length) {
    throw new InputError(`plan: got ${spend.length} channels, needed ${channels.length}.`)
  }
  for (const [c, { id }] of channels.entries()) {
    if (spend[c]!.length !== orders.length) {
      throw new InputError(
        `plan of ${id}: got ${spend[c]!.length} periods, needed the horizon's ${orders.length}.`,
      )
    }
    const wrong = spend[c]!.findIndex((amount) => !(amount >= 0 && Number.isFinite(amount)))
    if (wrong >= 0) {
      throw new InputError(
        `plan of ${id}, period ${wrong + 1}: got ${spend[c]![wrong]}, allowed finite amounts >= 0.`,
      )
    }
  }
}
