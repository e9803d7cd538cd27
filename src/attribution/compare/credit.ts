import { sum } from '../../numbers.js'
import type { InventoryRun } from '../inventory.js'
import type { InventoryRules } from '../rules.js'
import type { SupplyAndDemand } from '../supply-and-demand.js'
import type { Method } from './methods.js'

/** Whom one method credits. */
export interface Credit {
  readonly method: string
  readonly name: string
  readonly definition: string
  readonly source: string
  /** Orders credited to channels, at [day * channels + channel]; fractions of orders. */
  readonly orders: Float64Array
  /** Clicks credited of the lot born on [day * channels + channel]. */
  readonly clicks: Float64Array
  /** Cost of the clicks credited, where the method knows it by position. Default: at mean price. */
  readonly explainedCents?: number
  /** Clicks that the method puts before orders, a click counted each time it is. */
  readonly clicksOffered: number
}

/**
 * Credits the orders of a horizon by one of the common methods. The orders are those the inventory
 * spreads as well: demand less the declared direct share. A credited order takes the clicks that its
 * channel's orders take (`clicks_per_order`), spread over days as the credit is.
 */
export function creditByMethod(
  method: Method,
  horizon: SupplyAndDemand,
  rules: InventoryRules,
  run: InventoryRun,
): Credit {
  const width = rules.channels.length
  const orders = new Float64Array(horizon.days * width)
  const clicks = new Float64Array(horizon.days * width)
  let clicksOffered = 0
  for (let t = 0; t < horizon.days; t++) {
    const view = lookBack(horizon, rules, t)
    const weights = method.weigh(view)
    const total = sumOf(weights)
    clicksOffered += offered(method, view, weights)
    if (total === 0) continue
    const seeking = run.demand.orders[t]! - run.demand.declaredDirect[t]!
    const credited = Math.min(seeking, method.limit?.(total) ?? seeking)
    for (const [c, { clicksPerOrder }] of rules.channels.entries()) {
      const ofChannel = weights[c]!
      for (let age = 0; age <= t && age < ofChannel.length; age++) {
        const share = (credited * ofChannel[age]!) / total
        orders[t * width + c]! += share
        clicks[(t - age) * width + c]! += share * clicksPerOrder
      }
    }
  }
  const { id, name, definition, source } = method
  return { method: id, name, definition, source, orders, clicks, clicksOffered }
}

/** The inventory's own credit, in the same form. */
export function creditByInventory(
  horizon: SupplyAndDemand,
  rules: InventoryRules,
  { served, lotDays }: InventoryRun,
): Credit {
  const width = rules.channels.length
  const clicks = new Float64Array(horizon.days * width)
  for (const [i, consumed] of lotDays.consumedClicks.entries()) {
    const t = lotDays.clickDay[i]! - horizon.firstDay
    if (t >= 0) clicks[t * width + lotDays.channel[i]!]! += consumed
  }
  return {
    method: 'inventory',
    name: 'Click inventory',
    definition: 'Orders consume a decaying stock of clicks; a click serves once.',
    source: 'This model',
    orders: served,
    clicks,
    explainedCents: sum(lotDays.consumedCents),
    clicksOffered: sum(horizon.clicks),
  }
}

function lookBack({ clicks }: SupplyAndDemand, { channels }: InventoryRules, t: number) {
  return {
    clicks: channels.map(({ windowDays }, c) => {
      const byAge = new Float64Array(windowDays)
      for (let age = 0; age <= t && age < windowDays; age++) {
        byAge[age] = clicks[(t - age) * channels.length + c]!
      }
      return byAge
    }),
  }
}

function sumOf(weights: readonly Float64Array[]): number {
  let total = 0
  for (const ofChannel of weights) for (const weight of ofChannel) total += weight
  return total
}

/** A pool's clicks count by weight, the others' whole wherever they weigh anything. */
function offered(
  method: Method,
  view: { readonly clicks: readonly Float64Array[] },
  weights: readonly Float64Array[],
): number {
  let clicks = 0
  for (const [c, ofChannel] of weights.entries()) {
    for (let age = 0; age < ofChannel.length; age++) {
      const weight = ofChannel[age]!
      if (weight > 0) clicks += method.limit ? weight : view.clicks[c]![age]!
    }
  }
  return clicks
}
