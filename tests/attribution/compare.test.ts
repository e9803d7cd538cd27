import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { creditByEveryMethod } from '../../src/attribution/compare/compare.js'
import { commonMethods } from '../../src/attribution/compare/methods.js'
import { compareAttribution } from '../../src/attribution/index.js'
import { runAttribution, threeWeeks } from './artifacts.js'
import { channelRules, marketRules } from './markets.js'

/** Weights of two channels, youngest click first. */
function weights(id: string, clicks: number[][]): number[][] {
  const method = commonMethods.find((candidate) => candidate.id === id)!
  return method
    .weigh({ clicks: clicks.map((ofChannel) => Float64Array.from(ofChannel)) })
    .map((ofChannel) => Array.from(ofChannel))
}

describe('commonMethods', () => {
  const clicks = [
    [0, 6, 2],
    [0, 2, 0],
  ]

  it('same day looks at today only', () => {
    expect(weights('same_day', clicks)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  it('last touch takes the youngest day with clicks', () => {
    expect(weights('last_touch', clicks)).toEqual([
      [0, 6, 0],
      [0, 2, 0],
    ])
  })

  it('linear counts every click the same', () => {
    expect(weights('linear', clicks)).toEqual(clicks)
  })

  it('time decay halves in seven days', () => {
    const week = [[4, 0, 0, 0, 0, 0, 0, 4]]
    expect(weights('time_decay', week)).toEqual([[4, 0, 0, 0, 0, 0, 0, 2]])
  })

  it('position based gives 40% to the ends and 20% between', () => {
    const [only] = weights('position_based', [[5, 2, 3, 10]])
    expect(only!.map((weight) => Math.round(weight * 100))).toEqual([40, 8, 12, 40])
  })

  it('position based shares between first and last where there is nothing between', () => {
    expect(weights('position_based', [[5, 0, 10]])).toEqual([[0.5, 0, 0.5]])
    expect(weights('position_based', [[0, 8, 0]])).toEqual([[0, 1, 0]])
    expect(weights('position_based', [[0, 0, 0]])).toEqual([[0, 0, 0]])
  })

  it('the rebuilt pool weighs 1, 1/2, 1/3', () => {
    expect(weights('rebuilt_pool', [[6, 6, 6]])[0]!.map(Math.round)).toEqual([6, 3, 2])
  })
})

describe('creditByEveryMethod', () => {
  it('shows that the rebuilt pool counts clicks twice and the inventory once', () => {
    const rules = marketRules([channelRules('a'), channelRules('b')])
    const horizon = {
      firstDay: 0,
      days: 3,
      channels: ['a', 'b'],
      clicks: Float64Array.from([6, 0, 0, 0, 0, 0]),
      costCents: Float64Array.from([60, 0, 0, 0, 0, 0]),
      orders: Float64Array.from([4, 4, 4]),
    }
    const credits = new Map(creditByEveryMethod(horizon, rules).map((c) => [c.method, c]))
    const attributed = (method: string) => Array.from(credits.get(method)!.orders)
    expect(attributed('rebuilt_pool')).toEqual([4, 0, 3, 0, 1, 0])
    expect(credits.get('rebuilt_pool')!.clicks[0]).toBe(8)
    expect(credits.get('rebuilt_pool')!.clicksOffered).toBeCloseTo(11, 4)
    expect(attributed('inventory')).toEqual([4, 0, 2, 0, 0, 0])
    expect(credits.get('inventory')!.clicks[0]).toBe(6)
    expect(attributed('same_day')).toEqual([4, 0, 0, 0, 0, 0])
  })
})

describe('compareAttribution', () => {
  it('credits every order once by every method; only the inventory stays within stock', async () => {
    const db = await runAttribution(threeWeeks())
    const { credits, methods } = await compareAttribution({
      rows: (sql, ...parameters) => db.all(sql, ...parameters),
      assumptions: Assumptions.defaults(),
      seed: 42,
    })
    const orders = threeWeeks().orders.length
    for (const { method, attributed_orders, direct_orders } of methods) {
      const own = credits.filter((credit) => credit.method === method)
      expect(own.reduce((sum, credit) => sum + credit.orders, 0)).toBe(orders)
      expect(attributed_orders + direct_orders).toBe(orders)
    }
    const inventory = methods.at(-1)!
    expect(inventory.method).toBe('inventory')
    expect(inventory.clicks_beyond_stock).toBe(0)
    expect(inventory.phantom_cents).toBe(0)
    const [published] = await db.all<{ cents: number }>(
      'select cast(sum(consumed_cents) as bigint) as cents from attribution.click_lots',
    )
    expect(inventory.explained_cents).toBe(published!.cents)
    expect(methods.find(({ method }) => method === 'linear')!.clicks_beyond_stock).toBeGreaterThan(
      0,
    )
    await db.close()
  })
})
