import { InputError } from '../errors.js'
import { keyedStreams } from '../random/stream.js'
import { dailyOrders } from './calendar.js'
import type { MarketplaceOptions } from './options.js'
import { type FileContract, SPEND_FILE } from './output/contract.js'
import { integerBetween } from './sampling.js'
import { type Cause, causedOrders } from './world/causes.js'
import { type ChannelHistory, runChannel } from './world/clicks.js'
import { spendRows } from './world/rows.js'
import { WORLDS, type World } from './world/worlds.js'

/** The orders of a marketplace before they are placed. */
export interface Demand {
  /** For each day of the horizon, one entry an order: what caused it, null where nothing did. */
  readonly causes: readonly (readonly (Cause | null)[])[]
  /** Further files with all their rows: what was spent, and other things known of the market. */
  readonly tables: readonly DemandTable[]
  /** Whether the cause of each order is written down, to `truth/order_causes.csv`. */
  readonly tellsCauses: boolean
}

/** A file that is written along with a marketplace. */
export interface DemandTable {
  readonly file: FileContract
  readonly rows: Iterable<(string | number)[]>
}

/** Draws the demand of a plan: baseline only, or in a world with what its channels cause on top. */
export function drawDemand(plan: MarketplaceOptions): Demand {
  if (plan.world === null) return { causes: baselineOnly(plan), tables: [], tellsCauses: false }
  return structuralDemand(plan, WORLDS[plan.world])
}

function baselineOnly({ orders, seed, horizon }: MarketplaceOptions): null[][] {
  return dailyOrders(orders, seed, horizon).map((count) => Array<null>(count).fill(null))
}

function structuralDemand(plan: MarketplaceOptions, world: World): Demand {
  const { seed, horizon } = plan
  const channels: ChannelHistory[] = []
  const causes: (Cause | null)[][] = []
  for (const law of world.channels) {
    const targetOrders = targetOf(plan, world, law.weight)
    const run = { seed, horizon, law, seasonality: world.seasonality, targetOrders }
    const history = runChannel(run)
    channels.push(history)
    const caused = causedOrders({ seed, horizon, law, history })
    for (const [i, more] of caused.entries()) causes[i] = [...(causes[i] ?? []), ...more]
  }
  const baseline = baselineOnly({ ...plan, orders: leftFor(plan, causes) })
  return {
    causes: causes.map((day, i) => shuffled([...day, ...baseline[i]!], plan, i)),
    tables: [{ file: SPEND_FILE, rows: spendRows(channels, horizon.firstDay) }],
    tellsCauses: true,
  }
}

function targetOf(
  { orders }: MarketplaceOptions,
  { baselineShare, channels }: World,
  weight: number,
): number {
  const total = channels.reduce((sum, law) => sum + law.weight, 0)
  return (orders * (1 - baselineShare) * weight) / total
}

function leftFor({ orders, world }: MarketplaceOptions, causes: readonly unknown[][]): number {
  const caused = causes.reduce((sum, day) => sum + day.length, 0)
  if (caused <= orders) return orders - caused
  throw new InputError(
    `orders: got ${orders}, too few for world ${world}, whose channels alone caused ${caused}. ` +
      'Ask for at least 500.',
  )
}

/** Fisher and Yates: the place of an order in its day says nothing about its cause. */
function shuffled<T>(list: T[], { seed, horizon }: MarketplaceOptions, index: number): T[] {
  const stream = keyedStreams(seed, 'marketplace', 'order of causes')(horizon.firstDay + index)
  for (let i = list.length - 1; i > 0; i--) {
    const j = integerBetween(stream, 0, i)
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
  return list
}
