import type { Assumptions } from '../assumptions/index.js'
import type { FadingName } from '../response/index.js'
import { recencyByAge, survivalByAge } from './fading.js'

export type ChoicePolicy = 'expected' | 'sampled'
export type ConsumptionPolicy = 'recency_weighted' | 'fifo' | 'lifo'

/** How the clicks of one channel live and serve. */
export interface ChannelRules {
  readonly channel: string
  /** Ages 0 .. windowDays - 1 can serve. */
  readonly windowDays: number
  /** Clicks that one order consumes, >= 1. */
  readonly clicksPerOrder: number
  /** How readily buyers follow this channel's clicks, >= 1; 10,000 is neutral. */
  readonly affinityBps: number
  /** Share that may live by age, millionths, windowDays + 1 values, the last 0. */
  readonly survival: Int32Array
  /** Weight by age when orders choose, millionths >= 1, windowDays values. */
  readonly recency: Int32Array
}

/** All rules of the state machine. */
export interface InventoryRules {
  /** Sorted by channel id. */
  readonly channels: readonly ChannelRules[]
  /** Share of demand that never looks at marketing. */
  readonly directDemandBps: number
  readonly choice: ChoicePolicy
  readonly consumption: ConsumptionPolicy
  /** Seed of the draws of choice `sampled`. */
  readonly seed: number
}

/**
 * Reads the rules of the given channels from the assumptions.
 *
 * @throws InputError on a listed curve that does not fit its window
 */
export function readRules(
  assumptions: Assumptions,
  channels: readonly string[],
  seed: number,
): InventoryRules {
  return {
    channels: [...channels].sort().map((channel) => channelRules(assumptions, channel)),
    directDemandBps: assumptions.number('attribution.direct_demand_bps'),
    choice: assumptions.text('attribution.choice_policy') as ChoicePolicy,
    consumption: assumptions.text('attribution.consumption_policy') as ConsumptionPolicy,
    seed,
  }
}

function channelRules(assumptions: Assumptions, channel: string): ChannelRules {
  const id = (field: string) => `attribution.channels.${channel}.${field}`
  const fading = (name: 'decay' | 'recency') => ({
    kind: assumptions.text(id(`${name}_curve`)) as FadingName,
    halfLifeDays: assumptions.number(id(`${name}_half_life_days`)),
    listed: assumptions.list(id(`${name}_list`)),
  })
  const windowDays = assumptions.number(id('window_days'))
  return {
    channel,
    windowDays,
    clicksPerOrder: assumptions.number(id('clicks_per_order')),
    affinityBps: assumptions.number(id('affinity_bps')),
    survival: survivalByAge(fading('decay'), windowDays, id('decay_list')),
    recency: recencyByAge(fading('recency'), windowDays, id('recency_list')),
  }
}
