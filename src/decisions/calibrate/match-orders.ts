import type { InventoryRules, SupplyAndDemand } from '../../attribution/index.js'
import { playInventory } from '../../attribution/index.js'
import { sum } from '../../numbers.js'

/** What one channel of the rules should come to. */
export interface MatchTarget {
  /** Orders that attribution should give it on the days that count. */
  readonly orders: number
  /** Whether its clicks per order may be changed; organic channels and declared ones keep theirs. */
  readonly isFitted: boolean
}

/** Days that the targets speak of, as places in the horizon of supply and demand. */
export interface MatchDays {
  readonly from: number
  readonly to: number
}

/** Rules under which the state machine gives channels about their targets. */
export interface MatchedRules {
  readonly rules: InventoryRules
  /** By channel of the rules: orders attributed on the days that count. */
  readonly attributed: readonly number[]
}

const MOST_ROUNDS = 40
/** Every channel this near to its target is near enough. */
const NEAR = 0.005
const MOST_AFFINITY = 1_000_000
/** Rounds after which a channel that still lacks orders is given more supply. */
const PATIENCE = 5

/**
 * Looks for the direct share, clicks per order and affinities under which the unchanged state machine
 * attributes to each channel the orders it should: clicks per order from clicks over orders, the
 * direct share from what all channels need, affinities by proportional fitting. Clicks per order are
 * whole, so supply is set a little above need and the affinity does the rest.
 */
export function matchOrders(
  input: SupplyAndDemand,
  rules: InventoryRules,
  targets: readonly MatchTarget[],
  days: MatchDays,
): MatchedRules {
  let tried = startingRules(input, rules, targets, days)
  let best: MatchedRules | undefined
  let least = Number.POSITIVE_INFINITY
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const attributed = attributedOrders(input, tried, days)
    const miss = missOf(attributed, targets)
    if (miss < least) {
      best = { rules: tried, attributed }
      least = miss
    }
    if (miss < NEAR) break
    tried = corrected(tried, attributed, targets, round % PATIENCE === 0)
  }
  return best!
}

function startingRules(
  supply: SupplyAndDemand,
  rules: InventoryRules,
  targets: readonly MatchTarget[],
  days: MatchDays,
): InventoryRules {
  const placed = sum(supply.orders.subarray(days.from, days.to))
  const wanted = sum(targets.map((target) => target.orders))
  return {
    ...rules,
    directDemandBps: directBps(wanted / placed),
    channels: rules.channels.map((channel, c) => {
      if (!targets[c]!.isFitted) return channel
      const perOrder = Math.floor(bornClicks(supply, c, days) / Math.max(targets[c]!.orders, 1))
      return { ...channel, clicksPerOrder: Math.min(Math.max(perOrder, 1), 10_000) }
    }),
  }
}

/** Direct share, basis points, that leaves a share of demand to channels. */
function directBps(left: number): number {
  return Math.round(10_000 * (1 - Math.min(Math.max(left, 0), 1)))
}

/** Clicks of one channel that are born on the days that count. */
export function bornClicks(
  { clicks, channels }: SupplyAndDemand,
  c: number,
  { from, to }: MatchDays,
): number {
  let born = 0
  for (let t = from; t < to; t++) born += clicks[t * channels.length + c]!
  return born
}

/** Orders that the state machine gives each channel on the days that count. */
export function attributedOrders(
  input: SupplyAndDemand,
  rules: InventoryRules,
  { from, to }: MatchDays,
): number[] {
  const { served } = playInventory(input, rules, () => {})
  const width = rules.channels.length
  return rules.channels.map((_, c) => {
    let orders = 0
    for (let t = from; t < to; t++) orders += served[t * width + c]!
    return orders
  })
}

/** The fitted channels' misses over what they should have. */
function missOf(attributed: readonly number[], targets: readonly MatchTarget[]): number {
  const wanted = sum(targets.map(({ orders, isFitted }) => (isFitted ? orders : 0)))
  const missed = targets.map(({ orders, isFitted }, c) =>
    isFitted ? Math.abs(attributed[c]! - orders) : 0,
  )
  return sum(missed) / Math.max(wanted, 1)
}

function corrected(
  rules: InventoryRules,
  attributed: readonly number[],
  targets: readonly MatchTarget[],
  addsSupply: boolean,
): InventoryRules {
  const ratio = targets.map(({ orders }, c) => orders / Math.max(attributed[c]!, 1))
  const all = sum(targets.map(({ orders }) => orders)) / Math.max(sum(attributed), 1)
  return {
    ...rules,
    directDemandBps: directBps((1 - rules.directDemandBps / 10_000) * all),
    channels: rules.channels.map((channel, c) => {
      const pull = Math.min(Math.max(ratio[c]! / all, 0.5), 2)
      const affinity = Math.round(channel.affinityBps * pull)
      const lacks = addsSupply && targets[c]!.isFitted && ratio[c]! > 1 + 2 * NEAR
      return {
        ...channel,
        affinityBps: Math.min(Math.max(affinity, 1), MOST_AFFINITY),
        clicksPerOrder: Math.max(1, channel.clicksPerOrder - (lacks ? 1 : 0)),
      }
    }),
  }
}
