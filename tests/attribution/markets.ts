import fc from 'fast-check'
import { type Fading, recencyByAge, survivalByAge } from '../../src/attribution/fading.js'
import type { InventoryInput } from '../../src/attribution/inventory.js'
import type { ChannelRules, InventoryRules } from '../../src/attribution/rules.js'

/** A market small enough to think about: supply, demand and rules. */
export interface SmallMarket {
  readonly input: InventoryInput
  readonly rules: InventoryRules
}

/** Rules of one channel, with defaults a test can count on its fingers. */
export function channelRules(
  channel: string,
  given: Partial<Pick<ChannelRules, 'windowDays' | 'clicksPerOrder' | 'affinityBps'>> & {
    decay?: readonly number[]
    recency?: readonly number[]
  } = {},
): ChannelRules {
  const windowDays = given.windowDays ?? 3
  const even = Array.from({ length: windowDays }, () => 1_000_000)
  return {
    channel,
    windowDays,
    clicksPerOrder: given.clicksPerOrder ?? 1,
    affinityBps: given.affinityBps ?? 10_000,
    survival: Int32Array.from([...(given.decay ?? even), 0]),
    recency: Int32Array.from(given.recency ?? even),
  }
}

/** Rules of a market, `expected` and `recency_weighted` unless told, without declared direct demand. */
export function marketRules(
  channels: readonly ChannelRules[],
  given: Partial<Omit<InventoryRules, 'channels'>> = {},
): InventoryRules {
  return {
    channels,
    directDemandBps: 0,
    choice: 'expected',
    consumption: 'recency_weighted',
    seed: 42,
    ...given,
  }
}

const curve = fc.record({
  kind: fc.constantFrom<Fading['kind']>('half_life', 'hyperbolic', 'linear', 'listed'),
  halfLifeDays: fc.integer({ min: 1, max: 4 }),
  falls: fc.array(fc.nat(400_000), { minLength: 6, maxLength: 6 }),
})

const channel = fc
  .record({
    windowDays: fc.integer({ min: 1, max: 6 }),
    clicksPerOrder: fc.integer({ min: 1, max: 7 }),
    affinityBps: fc.integer({ min: 1, max: 30_000 }),
    decay: curve,
    recency: curve,
  })
  .map(({ decay, recency, ...rest }) => ({
    ...rest,
    survival: survivalByAge(withList(decay), rest.windowDays, 'decay'),
    recency: recencyByAge(withList(recency), rest.windowDays, 'recency'),
  }))

function withList({
  kind,
  halfLifeDays,
  falls,
}: {
  kind: Fading['kind']
  halfLifeDays: number
  falls: number[]
}) {
  const listed = [1_000_000]
  for (const fall of falls) listed.push(Math.max(0, listed.at(-1)! - fall))
  return { kind, halfLifeDays, listed }
}

const MAX_DAYS = 14
const MAX_CHANNELS = 4

function supply(value: fc.Arbitrary<number>): fc.Arbitrary<number[]> {
  const length = MAX_DAYS * MAX_CHANNELS
  return fc.array(value, { minLength: length, maxLength: length, size: 'max' })
}

/** Any small market: scarce, abundant, with gaps, under any policy. */
export const anyMarket: fc.Arbitrary<SmallMarket> = fc
  .record({
    days: fc.integer({ min: 1, max: MAX_DAYS }),
    channels: fc.array(channel, { minLength: 1, maxLength: MAX_CHANNELS }),
    clicks: supply(fc.oneof(fc.constant(0), fc.nat(80))),
    costCents: supply(fc.nat(100_000)),
    orders: supply(fc.oneof(fc.constant(0), fc.nat(40))),
    directDemandBps: fc.oneof(fc.constant(0), fc.nat(10_000)),
    choice: fc.constantFrom<InventoryRules['choice']>('expected', 'sampled'),
    consumption: fc.constantFrom<InventoryRules['consumption']>('recency_weighted', 'fifo', 'lifo'),
    seed: fc.nat(1000),
  })
  .map(({ days, channels, clicks, costCents, orders, ...policies }) => ({
    input: {
      firstDay: 17_000,
      orders: Float64Array.from(orders.slice(0, days)),
      clicks: Float64Array.from(clicks.slice(0, days * channels.length)),
      costCents: Float64Array.from(costCents.slice(0, days * channels.length)),
    },
    rules: {
      ...policies,
      channels: channels.map((rules, c) => ({ channel: 'abcd'[c]!, ...rules })),
    },
  }))
