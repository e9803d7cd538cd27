import type { Assumptions } from '../../assumptions/index.js'
import type { SqlSource } from '../../engine/index.js'
import { allocate } from '../../money/allocate.js'
import { roundHalfAway } from '../../money/round.js'
import { sum } from '../../numbers.js'
import { runInventory } from '../inventory.js'
import { type InventoryRules, readRules } from '../rules.js'
import { readSupplyAndDemand, type SupplyAndDemand } from '../supply-and-demand.js'
import { type Credit, creditByInventory, creditByMethod } from './credit.js'
import { commonMethods } from './methods.js'

/** What {@link compareAttribution} asks: a workbench is one. */
export interface AttributionSource extends SqlSource {
  readonly assumptions: Assumptions
  readonly seed: number
}

/** Orders that one method credits to one channel, or leaves direct. */
export interface ChannelCredit {
  readonly method: string
  readonly name: string
  readonly channel: string
  /** Whole orders, so split that they sum to all orders. */
  readonly orders: number
}

/** What one method makes of the same orders, clicks and money. */
export interface MethodTotals {
  readonly method: string
  readonly name: string
  readonly definition: string
  readonly source: string
  readonly attributed_orders: number
  readonly direct_orders: number
  /** Clicks that were born. */
  readonly clicks_existing: number
  /** Clicks put before orders, a click counted each time it is. */
  readonly clicks_offered: number
  readonly clicks_credited: number
  /** Clicks credited that no lot had: credited twice, or more. */
  readonly clicks_beyond_stock: number
  readonly spent_cents: number
  /** Cost of the clicks credited, at their own price. */
  readonly explained_cents: number
  /** Of which cost of clicks beyond stock: money never spent. */
  readonly phantom_cents: number
}

export interface AttributionComparison {
  /** One row per method and channel, direct last. */
  readonly credits: readonly ChannelCredit[]
  /** One row per method, the inventory last. */
  readonly methods: readonly MethodTotals[]
}

/**
 * Sets the click inventory beside the methods that need no more data than it: same day, last touch,
 * linear, time decay, position based and a pool of clicks rebuilt every day, on the same orders and clicks.
 *
 * @param source a workbench whose stages have run through `market`
 */
export async function compareAttribution(
  source: AttributionSource,
): Promise<AttributionComparison> {
  const { horizon, credits } = await creditDaily(source)
  return {
    credits: credits.flatMap((credit) => channelCredits(credit, horizon)),
    methods: credits.map((credit) => methodTotals(credit, horizon)),
  }
}

/** Credits by day and channel, of every method, on what the earlier stages published. */
export async function creditDaily(
  source: AttributionSource,
): Promise<{ readonly horizon: SupplyAndDemand; readonly credits: readonly Credit[] }> {
  const horizon = await readSupplyAndDemand(source)
  const rules = readRules(source.assumptions, horizon.channels, source.seed)
  return { horizon, credits: creditByEveryMethod(horizon, rules) }
}

/** Every common method's credit and, last, the inventory's. */
export function creditByEveryMethod(horizon: SupplyAndDemand, rules: InventoryRules): Credit[] {
  const run = runInventory(horizon, rules)
  return [
    ...commonMethods.map((method) => creditByMethod(method, horizon, rules, run)),
    creditByInventory(horizon, rules, run),
  ]
}

function channelCredits(credit: Credit, horizon: SupplyAndDemand): ChannelCredit[] {
  const total = sum(horizon.orders)
  const byChannel = ordersByChannel(credit, horizon.channels.length)
  const parts = allocate(total, [...byChannel, Math.max(0, total - sum(byChannel))])
  const { method, name } = credit
  return [...horizon.channels, 'direct'].map((channel, c) => ({
    method,
    name,
    channel,
    orders: parts[c]!,
  }))
}

function ordersByChannel({ orders }: Credit, channels: number): Float64Array {
  const byChannel = new Float64Array(channels)
  for (const [i, count] of orders.entries()) byChannel[i % channels]! += count
  return byChannel
}

function methodTotals(credit: Credit, horizon: SupplyAndDemand): MethodTotals {
  const attributed = roundHalfAway(sum(credit.orders))
  let [beyond, explained, phantom] = [0, 0, 0]
  for (const [i, credited] of credit.clicks.entries()) {
    if (credited === 0) continue
    const born = horizon.clicks[i]!
    const over = Math.max(0, credited - born)
    beyond += over
    explained += (credited * horizon.costCents[i]!) / born
    phantom += (over * horizon.costCents[i]!) / born
  }
  const { method, name, definition, source } = credit
  return {
    method,
    name,
    definition,
    source,
    attributed_orders: attributed,
    direct_orders: sum(horizon.orders) - attributed,
    clicks_existing: sum(horizon.clicks),
    clicks_offered: roundHalfAway(credit.clicksOffered),
    clicks_credited: roundHalfAway(sum(credit.clicks)),
    clicks_beyond_stock: roundHalfAway(beyond),
    spent_cents: sum(horizon.costCents),
    explained_cents: credit.explainedCents ?? roundHalfAway(explained),
    phantom_cents: roundHalfAway(phantom),
  }
}
