import { type Definition, units } from './definition.js'

/** How far the truth may lie from a value: multiples of it, or fixed ends. */
type Likely =
  | { readonly times: readonly [low: number, high: number] }
  | { readonly between: readonly [low: number, high: number] }

/** Both ends of what a value may plausibly be; the value lies between them. */
export interface LikelyRange {
  readonly low: number
  readonly high: number
}

const quoted: Likely = { times: [0.8, 1.25] }

/** What nobody measured and no source gives a range of: a guess is off by a factor of two at most. */
const guesses = [
  'market.efficiency_factor',
  'market.channels.*.daily_budget_cents',
  'market.channels.*.cpm_cents',
  'market.channels.*.ctr_bps',
  'market.channels.*.capacity_impressions',
  'market.channels.*.capacity_per_order_impressions',
  'market.channels.*.impressions_per_order',
  'market.channels.*.impressions_per_day',
  'attribution.channels.*.window_days',
  'attribution.channels.*.clicks_per_order',
  'attribution.channels.*.affinity_bps',
  'attribution.channels.*.decay_half_life_days',
  'finance.operations_item_cents',
  'finance.operations_order_cents',
  'finance.refund_cost_cents',
  'finance.payment_types.*.chargeback_bps',
  'finance.subscription_plans.*.price_cents',
  'decisions.prior_attributed_weight',
  'decisions.prior_even_weight',
]

/**
 * The declared ranges of what nobody measured, by id: what sensitivity asks about. Rules of the
 * model, choices and settings have none. Where the source of a value names a range, it is that one;
 * prices that anybody can look up are within a quarter.
 */
const ranges: Readonly<Record<string, Likely>> = {
  ...Object.fromEntries(guesses.map((id) => [id, { times: [0.5, 2] } as const])),
  'market.funnel_loss_bps': { between: [0, 3_000] },
  'market.channels.*.gmv_share_bps': { times: [0.8, 1.7] },
  'market.channels.*.decay': { times: [0.6, 1.2] },
  'attribution.direct_demand_bps': { between: [500, 2_500] },
  'finance.carrier_cost_bps': { between: [9_000, 13_000] },
  'finance.sla_penalty_bps': { between: [2_500, 10_000] },
  'finance.cost_of_goods_bps': { between: [4_000, 8_000] },
  'finance.anticipation_bps': { between: [100, 300] },
  'finance.payment_types.*.fee_bps': quoted,
  'finance.payment_types.*.fee_cents': { times: [0.75, 1.75] },
  'finance.commission_tiers.*.commission_bps': { times: [0.75, 1.25] },
}

/** The ids, or patterns with a `*`, that have a range. */
export const variedIds: readonly string[] = Object.keys(ranges)

const BELOW = 'it is below contribution after marketing, which no answer goes beyond'

/** The rates and amounts of finance that have no range, and why. */
export const whyUnvaried: Readonly<Record<string, string>> = {
  'finance.weekend_operations_bps': 'it is a choice of the model, unchanged by default',
  'finance.kept_fee_bps': 'it stands in the contract with the acquirer',
  'finance.commission_tax_bps': BELOW,
  'finance.freight_tax_bps': BELOW,
  'finance.subscription_tax_bps': BELOW,
  'finance.fixed_costs.*.month_cents': BELOW,
  'finance.subscription_plans.*.above_cents': 'it picks the plan, which takes a new run',
}

/**
 * The range of an assumption, in its own unit and within what is allowed; undefined where none is
 * declared, or where it has no width.
 *
 * @param pattern the id, with a `*` for the member of a collection
 */
export function likelyRange(
  definition: Definition,
  pattern: string,
  value: number,
): LikelyRange | undefined {
  const likely = ranges[pattern]
  if (likely === undefined) return undefined
  const ends = 'times' in likely ? likely.times.map((times) => value * times) : likely.between
  const low = Math.min(value, nearestAllowed(definition, ends[0]!))
  const high = Math.max(value, nearestAllowed(definition, ends[1]!))
  return low < high ? { low, high } : undefined
}

/** The nearest number that an assumption may be: whole where its unit is, and within what is allowed. */
export function nearestAllowed(
  { unit, min = -Infinity, max = Infinity }: Definition,
  value: number,
): number {
  const written = units[unit].integer ? Math.round(value) : Number(value.toFixed(6))
  return Math.min(max, Math.max(min, written))
}
