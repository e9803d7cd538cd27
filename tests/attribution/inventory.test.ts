import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type InventoryInput, runInventory } from '../../src/attribution/inventory.js'
import { lotDayRows, machineViolations } from './machine-laws.js'
import { anyMarket, channelRules, marketRules } from './markets.js'

const FIRST_DAY = 17_000

/** One channel: clicks, orders and cost by day. */
function oneChannel(clicks: number[], orders: number[], costCents = clicks): InventoryInput {
  return { firstDay: FIRST_DAY, clicks, orders, costCents }
}

function story(input: InventoryInput, rules: Parameters<typeof runInventory>[1]) {
  return lotDayRows(runInventory(input, rules).lotDays).map((row) => ({
    lot: row.clickDay - FIRST_DAY,
    age: row.day - row.clickDay,
    consumed: row.consumedClicks,
    decayed: row.decayedClicks,
    expired: row.expiredClicks,
    closing: row.closingClicks,
  }))
}

describe('runInventory', () => {
  it('follows one lot from birth to its end', () => {
    const rules = marketRules([channelRules('a', { decay: [1_000_000, 600_000, 300_000] })])
    expect(story(oneChannel([10, 0, 0], [1, 4, 1]), rules)).toEqual([
      { lot: 0, age: 0, consumed: 1, decayed: 3, expired: 0, closing: 6 },
      { lot: 0, age: 1, consumed: 4, decayed: 0, expired: 0, closing: 2 },
      { lot: 0, age: 2, consumed: 1, decayed: 0, expired: 1, closing: 0 },
    ])
  })

  it('cuts the cost of a lot by position, to the cent', () => {
    const rules = marketRules([channelRules('a', { clicksPerOrder: 2 })])
    const { lotDays } = runInventory(oneChannel([3], [1], [100]), rules)
    expect(lotDays.consumedCents[0]).toBe(66)
    expect(lotDays.closingCents[0]).toBe(34)
  })

  it('uses old lots first under fifo, young ones first under lifo, both by weight otherwise', () => {
    const input = oneChannel([4, 4], [0, 3])
    const channels = [channelRules('a', { recency: [1_000_000, 500_000, 1] })]
    const consumed = (consumption: 'fifo' | 'lifo' | 'recency_weighted') =>
      story(input, marketRules(channels, { consumption }))
        .slice(1)
        .map(({ lot, consumed }) => [lot, consumed])
    expect(consumed('fifo')).toEqual([
      [0, 3],
      [1, 0],
    ])
    expect(consumed('lifo')).toEqual([
      [1, 3],
      [0, 0],
    ])
    expect(consumed('recency_weighted')).toEqual([
      [1, 2],
      [0, 1],
    ])
  })

  it('spreads orders by affinity and capacity: 5 to 15 to 1 of 21 parts', () => {
    const channels = [
      channelRules('a', { affinityBps: 10_000 }),
      channelRules('b', { affinityBps: 30_000 }),
      channelRules('c', { clicksPerOrder: 5 }),
    ]
    const input = { firstDay: FIRST_DAY, orders: [8], clicks: [10, 10, 10], costCents: [0, 0, 0] }
    expect(Array.from(runInventory(input, marketRules(channels)).served)).toEqual([2, 6, 0])
  })

  it('takes the declared direct share of the running total', () => {
    const rules = marketRules([channelRules('a')], { directDemandBps: 1500 })
    const { demand } = runInventory(oneChannel([9, 9, 9, 9, 9], [3, 3, 3, 3, 3]), rules)
    expect(Array.from(demand.declaredDirect)).toEqual([0, 0, 1, 0, 1])
  })

  it('leaves orders direct when nothing is left', () => {
    const { demand } = runInventory(oneChannel([2], [5]), marketRules([channelRules('a')]))
    expect(demand.attributed[0]).toBe(2)
    expect(demand.unserved[0]).toBe(3)
  })

  it('refuses an opening lot that no window allows', () => {
    const lot = {
      channel: 'a',
      clickDay: FIRST_DAY - 3,
      clicks: 1,
      costCents: 0,
      front: 0,
      back: 1,
    }
    const input = { ...oneChannel([1], [1]), opening: { lots: [lot], cumulativeOrders: 0 } }
    expect(() => runInventory(input, marketRules([channelRules('a')]))).toThrow(/age 3.*1\.\.2/)
  })
})

describe('runInventory on any market', () => {
  it('obeys every law, in clicks and in cents', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        expect(machineViolations(market, runInventory(market.input, market.rules))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('obeys every law in markets of a million times the size', () => {
    fc.assert(
      fc.property(anyMarket, ({ input, rules }) => {
        const grown = (values: ArrayLike<number>) =>
          Array.from(values, (value) => value * 1_000_003)
        const market = {
          input: { ...input, clicks: grown(input.clicks), orders: grown(input.orders) },
          rules,
        }
        expect(machineViolations(market, runInventory(market.input, rules))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('attributes no fewer orders on a day with more supply', () => {
    const more = fc.record({
      market: anyMarket,
      where: fc.nat(),
      extra: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(more, ({ market: { input, rules }, where, extra }) => {
        const last = input.clicks.length - rules.channels.length + (where % rules.channels.length)
        const clicks = Float64Array.from(input.clicks)
        clicks[last]! += extra
        const attributed = (run: ReturnType<typeof runInventory>) => run.demand.attributed.at(-1)!
        expect(attributed(runInventory({ ...input, clicks }, rules))).toBeGreaterThanOrEqual(
          attributed(runInventory(input, rules)),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same whole or in two halves with the inventory carried over', () => {
    fc.assert(
      fc.property(anyMarket, fc.nat(), ({ input, rules }, where) => {
        const whole = runInventory(input, rules)
        const cut = where % (input.orders.length + 1)
        const first = runInventory(days(input, 0, cut, rules.channels.length), rules)
        const rest = days(input, cut, input.orders.length, rules.channels.length)
        const second = runInventory({ ...rest, opening: first.closing }, rules)
        expect(second.closing).toEqual(whole.closing)
        expect([...first.served, ...second.served]).toEqual([...whole.served])
        expect([...lotDayRows(first.lotDays), ...lotDayRows(second.lotDays)]).toEqual(
          lotDayRows(whole.lotDays),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

function days(input: InventoryInput, from: number, to: number, channels: number): InventoryInput {
  const slice = (values: ArrayLike<number>, width: number) =>
    Array.from(values).slice(from * width, to * width)
  return {
    firstDay: input.firstDay + from,
    orders: slice(input.orders, 1),
    clicks: slice(input.clicks, channels),
    costCents: slice(input.costCents, channels),
  }
}
