import { expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import {
  type InventoryRules,
  readRules,
  type SupplyAndDemand,
} from '../../../src/attribution/index.js'
import { attributedOrders, matchOrders } from '../../../src/decisions/calibrate/match-orders.js'

const channels = ['email_marketing', 'google_search', 'organic_search']
const DAYS = 100

/** 100 orders a day; by channel 300, 600 and 400 clicks a day, google on every other fortnight. */
const supply: SupplyAndDemand = {
  firstDay: 17_000,
  days: DAYS,
  channels,
  clicks: Float64Array.from({ length: DAYS * 3 }, (_, i) => {
    const isOn = Math.floor(i / 3 / 14) % 2 === 0
    return [300, isOn ? 600 : 0, 400][i % 3]!
  }),
  costCents: new Float64Array(DAYS * 3).fill(1000),
  orders: new Float64Array(DAYS).fill(100),
}
const rules: InventoryRules = readRules(Assumptions.defaults(), channels, 1)
const all = { from: 0, to: DAYS }
const target = (orders: number, isFitted = true) => ({ orders, isFitted })

it('finds rules under which attribution gives each channel its orders', () => {
  const targets = [target(500), target(1_800), target(1_500, false)]
  const { rules: found, attributed } = matchOrders(supply, rules, targets, all)
  expect(Math.abs(attributed[0]! / 500 - 1)).toBeLessThan(0.02)
  expect(Math.abs(attributed[1]! / 1_800 - 1)).toBeLessThan(0.02)
  expect(found.channels[0]!.clicksPerOrder).toBeLessThanOrEqual(60)
  expect(found.channels[2]!.clicksPerOrder).toBe(rules.channels[2]!.clicksPerOrder)
  expect(found.directDemandBps).toBeGreaterThan(5_000)
})

it('counts only the days that targets speak of', () => {
  const half = { from: 50, to: DAYS }
  const targets = [target(250), target(600), target(700, false)]
  const { rules: found, attributed } = matchOrders(supply, rules, targets, half)
  expect(Math.abs((attributed[0]! + attributed[1]!) / 850 - 1)).toBeLessThan(0.02)
  const before = attributedOrders(supply, found, { from: 0, to: 50 })
  const both = attributedOrders(supply, found, all)
  expect(before.map((orders, c) => orders + attributed[c]!)).toEqual(both)
})

it('leaves clicks per order as they are where nothing is fitted', () => {
  const targets = channels.map(() => target(1_000, false))
  const { rules: found } = matchOrders(supply, rules, targets, all)
  expect(found.channels.map(({ clicksPerOrder }) => clicksPerOrder)).toEqual(
    rules.channels.map(({ clicksPerOrder }) => clicksPerOrder),
  )
})

it('comes as near as supply allows when more is asked than clicks can serve', () => {
  const targets = [target(10), target(9_000), target(0, false)]
  const { attributed } = matchOrders(supply, rules, targets, all)
  expect(attributed[1]!).toBeGreaterThan(4_000)
  expect(attributed.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(10_000)
})
