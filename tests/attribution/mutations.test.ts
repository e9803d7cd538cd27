import { afterEach, describe, expect, it, vi } from 'vitest'
import { type InventoryRun, runInventory } from '../../src/attribution/inventory.js'
import { LiveLots } from '../../src/attribution/live-lots.js'
import type { InventoryRules } from '../../src/attribution/rules.js'
import { machineViolations } from './machine-laws.js'
import { channelRules, marketRules, type SmallMarket } from './markets.js'

/** Two channels over six days: scarce at first, abundant later, with a day without clicks. */
const market: SmallMarket = {
  input: {
    firstDay: 17_000,
    orders: [4, 9, 3, 2, 8, 1],
    clicks: [5, 6, 4, 0, 30, 20, 9, 9, 12, 7, 3, 3],
    costCents: [101, 77, 93, 50, 333, 211, 99, 100, 47, 83, 61, 29],
  },
  rules: marketRules(
    [
      channelRules('a', { windowDays: 3, clicksPerOrder: 2, decay: [1e6, 6e5, 3e5] }),
      channelRules('b', { windowDays: 2, clicksPerOrder: 3, decay: [1e6, 5e5] }),
    ],
    { directDemandBps: 1500 },
  ),
}

const { close, receive, supply } = LiveLots.prototype
const original = { close, receive, supply }

/** One place of the code broken, and a law that must see it. */
const mutations: readonly (readonly [what: string, law: string, breakIt: () => void])[] = [
  [
    'a click that decays is not counted',
    'lot Clicks',
    () =>
      vi.spyOn(LiveLots.prototype, 'close').mockImplementation(function (
        this: LiveLots,
        age,
        taken,
      ) {
        const movement = original.close.call(this, age, taken)
        return { ...movement, decayedClicks: Math.max(0, movement.decayedClicks - 1) }
      }),
  ],
  [
    'consumed clicks are paid by a rounded unit price',
    'lot Cents',
    () =>
      vi.spyOn(LiveLots.prototype, 'close').mockImplementation(function (
        this: LiveLots,
        age,
        taken,
      ) {
        const movement = original.close.call(this, age, taken)
        const price = Math.round(this.cost[age]! / this.born[age]!)
        return { ...movement, consumedCents: price * taken }
      }),
  ],
  [
    'a lot is worth its unit price in whole cents',
    'born cents',
    () =>
      vi.spyOn(LiveLots.prototype, 'costBefore').mockImplementation(function (
        this: LiveLots,
        age,
        n,
      ) {
        return Math.floor(this.cost[age]! / this.born[age]!) * n
      }),
  ],
  [
    'a click is lost at birth',
    'born clicks',
    () =>
      vi.spyOn(LiveLots.prototype, 'receive').mockImplementation(function (
        this: LiveLots,
        n,
        cents,
      ) {
        original.receive.call(this, Math.max(0, n - 1), cents)
      }),
  ],
  [
    'the pool is rebuilt every day: what was consumed comes back',
    'continuity Clicks',
    () =>
      vi.spyOn(LiveLots.prototype, 'close').mockImplementation(function (
        this: LiveLots,
        age,
        taken,
      ) {
        const front = this.front[age]!
        const movement = original.close.call(this, age, taken)
        this.front[age] = front
        return movement
      }),
  ],
  [
    'yesterday’s inventory is forgotten',
    'lot Clicks',
    () =>
      vi.spyOn(LiveLots.prototype, 'receive').mockImplementation(function (
        this: LiveLots,
        n,
        cents,
      ) {
        original.receive.call(this, n, cents)
        this.back.fill(0, 1)
        this.front.fill(0, 1)
      }),
  ],
  [
    'capacity is counted twice',
    'capacity',
    () =>
      vi.spyOn(LiveLots.prototype, 'supply').mockImplementation(function (this: LiveLots) {
        return 2 * original.supply.call(this)
      }),
  ],
  [
    'a channel keeps half of its supply back',
    'direct beside supply',
    () =>
      vi.spyOn(LiveLots.prototype, 'supply').mockImplementation(function (this: LiveLots) {
        return Math.floor(original.supply.call(this) / 2)
      }),
  ],
]

/** One rule disobeyed: the machine runs by other rules than it is held to. */
const disobeyed: readonly (readonly [what: string, law: string, rules: InventoryRules])[] = [
  ['nothing decays', 'lives too long', withChannel({ decay: [1e6, 1e6, 1e6] })],
  ['decay is too fast', 'decays too much', withChannel({ decay: [1e6, 1e5, 1e5] })],
  [
    'the window is a day longer',
    'beyond window',
    withChannel({ windowDays: 4, decay: [1e6, 6e5, 3e5, 3e5] }),
  ],
  [
    'the window is a day shorter',
    'expires early',
    withChannel({ windowDays: 2, decay: [1e6, 6e5] }),
  ],
  ['an order takes a click too few', 'consumption', withChannel({ clicksPerOrder: 1 })],
  ['direct demand is forgotten', 'declared direct', { ...market.rules, directDemandBps: 0 }],
]

function withChannel(given: Parameters<typeof channelRules>[1]): InventoryRules {
  const decay = [1e6, 6e5, 3e5]
  const changed = channelRules('a', { windowDays: 3, clicksPerOrder: 2, decay, ...given })
  return { ...market.rules, channels: [changed, market.rules.channels[1]!] }
}

/** One column of the plan corrupted. */
const corruptions: readonly (readonly [
  what: string,
  law: string,
  corrupt: (run: InventoryRun) => void,
])[] = [
  [
    'lots serve before they are born',
    'effect before cause',
    ({ lotDays }) =>
      lotDays.clickDay.forEach((day, i) => {
        lotDays.clickDay[i] = day + 2
      }),
  ],
  [
    'a segment is shifted',
    'sequence',
    ({ lotDays }) => {
      lotDays.sequenceStart[0]! += 1
    },
  ],
  [
    'an order is served twice',
    'consumption',
    ({ served }) => {
      served[0]! += 1
    },
  ],
  [
    'an order is nobody’s',
    'demand',
    ({ demand }) => {
      demand.unserved[1]! -= 1
    },
  ],
]

describe('the laws of the machine', () => {
  afterEach(() => vi.restoreAllMocks())

  it('hold while nothing is broken', () => {
    expect(machineViolations(market, runInventory(market.input, market.rules))).toEqual([])
  })

  it.each(mutations)('fail when %s (%s)', (_, law, breakIt) => {
    breakIt()
    const found = machineViolations(market, runInventory(market.input, market.rules))
    expect(found.some((violation) => violation.startsWith(law))).toBe(true)
  })

  it.each(disobeyed)('fail when %s (%s)', (_, law, rules) => {
    const found = machineViolations(market, runInventory(market.input, rules))
    expect(found.some((violation) => violation.startsWith(law))).toBe(true)
  })

  it.each(corruptions)('fail when %s (%s)', (_, law, corrupt) => {
    const run = runInventory(market.input, market.rules)
    corrupt(run)
    const found = machineViolations(market, run)
    expect(found.some((violation) => violation.startsWith(law))).toBe(true)
  })
})
