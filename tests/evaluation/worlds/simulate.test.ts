import { describe, expect, it } from 'vitest'
import { runLiftTest, trueLift } from '../../../src/evaluation/worlds/lift-tests.js'
import { oracleOf } from '../../../src/evaluation/worlds/oracle.js'
import { simulateWorld } from '../../../src/evaluation/worlds/simulate.js'
import { TrueResponse } from '../../../src/evaluation/worlds/true-response.js'
import {
  FIRST_DAY,
  HORIZON_DAYS,
  WARM_UP_DAYS,
  type World,
  worldPlans,
} from '../../../src/evaluation/worlds/world.js'

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)

/** The same world with one channel's spend changed, the warm-up first. */
function replay(world: World, c: number, change: (cents: number, t: number) => number): World {
  const spend = world.spendCents.map((series, i) => (i === c ? series.map(change) : series))
  return simulateWorld(world.seed, world.plan, {}, spend)
}

/** Four standard deviations of the chance in orders that clicks of two worlds bring. */
function clickChance(world: World, c: number, from = 0, to = HORIZON_DAYS): number {
  const clicks = sum(world.clicks[c]!.subarray(from, to))
  return (4 * Math.sqrt(2 * clicks + 25)) / world.truth.channels[c]!.clicksPerOrder
}

describe('simulateWorld', () => {
  it('is the same world for the same seed, and keeps demand and channels under another plan', () => {
    const world = simulateWorld(5, 'varied')
    expect(simulateWorld(5, 'varied')).toEqual(world)
    const other = simulateWorld(5, 'flights')
    expect(other.truth).toEqual(world.truth)
    expect(other.baseline).toEqual(world.baseline)
    expect(other.orders).not.toEqual(world.orders)
    expect(simulateWorld(6, 'varied').truth.level).not.toBe(world.truth.level)
  })

  it.each(worldPlans)('%s: whole cents, clicks and orders, none negative', (plan) => {
    const { spendCents, clicks, orders, caused } = simulateWorld(3, plan)
    for (const series of [...spendCents, ...clicks, orders]) {
      expect(series.every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
    }
    for (const [c, series] of caused.entries()) {
      expect(series).toHaveLength(HORIZON_DAYS)
      expect(sum(series)).toBeGreaterThan(0)
      expect(spendCents[c]).toHaveLength(WARM_UP_DAYS + HORIZON_DAYS)
    }
  })

  it('pct follows the orders of the 28 days before, and nothing else', () => {
    const { truth, spendCents, orders } = simulateWorld(8, 'pct')
    const t = 400
    const trailing = sum(orders.subarray(t - 28, t)) / 28
    const usual = truth.level / (1 - truth.mediaShare)
    for (const [c, channel] of truth.channels.entries()) {
      const expected = (channel.spendCents * trailing) / usual
      expect(Math.abs(spendCents[c]![WARM_UP_DAYS + t]! - expected)).toBeLessThan(0.501)
    }
  })

  it('switches flights on and off, and lets anticipating budgets move together', () => {
    for (const series of simulateWorld(2, 'flights').spendCents) {
      const off = series.filter((cents) => cents === 0).length / series.length
      expect(off).toBeGreaterThan(0.2)
      expect(off).toBeLessThan(0.5)
    }
    const [a, b] = simulateWorld(2, 'anticipating').spendCents.map((s) => Array.from(s, Math.log))
    expect(correlation(a!, b!)).toBeGreaterThan(0.8)
  })

  it('tells what a channel caused: the orders that go when its spend goes', () => {
    for (const plan of worldPlans) {
      const world = simulateWorld(11, plan)
      const without = replay(world, 0, () => 0)
      const lost = sum(world.orders) - sum(without.orders)
      const chance = Math.sqrt(2 * world.truth.overdispersion * sum(world.orders))
      expect(Math.abs(lost - sum(world.caused[0]!))).toBeLessThan(4 * chance)
      expect(sum(without.caused[0]!)).toBe(0)
      expect(without.caused[1]).toEqual(world.caused[1])
    }
  })
})

describe('TrueResponse', () => {
  it.each([0, 0.5, 1.5, 2])('is what the world does at %s times the spend of the horizon', (m) => {
    for (const plan of worldPlans) {
      const world = simulateWorld(12, plan)
      const response = new TrueResponse(world, 1)
      const other = replay(world, 1, (cents, t) => (t < WARM_UP_DAYS ? cents : cents * m))
      const gap = response.orders(m) - sum(other.caused[1]!)
      expect(Math.abs(gap)).toBeLessThan(clickChance(other, 1))
      const slope = (response.orders(m + 1e-4) - response.orders(m - 1e-4)) / 2e-4
      expect(response.slope(m) / slope).toBeCloseTo(1, 6)
    }
  })
})

describe('oracleOf', () => {
  it('beats every plan of a grid, at any total and at the same', () => {
    const world = simulateWorld(21, 'varied', { channels: 3 })
    const oracle = oracleOf(world)
    const spent = world.spendCents.map((series) => sum(series.subarray(WARM_UP_DAYS)))
    const total = (plan: readonly number[]) => sum(plan.map((m, c) => m * spent[c]!))
    expect(oracle.gainCents([1, 1, 1])).toBe(0)
    expect(total(oracle.sameTotal) / total([1, 1, 1])).toBeCloseTo(1, 9)
    const best = oracle.gainCents(oracle.best)
    const same = oracle.gainCents(oracle.sameTotal)
    expect(best).toBeGreaterThanOrEqual(same)
    const steps = Array.from({ length: 9 }, (_, i) => i / 4)
    for (const a of steps) {
      for (const b of steps) {
        for (const c of steps) expect(oracle.gainCents([a, b, c])).toBeLessThanOrEqual(best)
        const rest = (total([1, 1, 1]) - a * spent[0]! - b * spent[1]!) / spent[2]!
        if (rest < 0 || rest > 2) continue
        expect(oracle.gainCents([a, b, rest])).toBeLessThanOrEqual(same + 1)
      }
    }
  })
})

describe('lift tests', () => {
  it('measure the orders of the window that go when its spend goes', () => {
    for (const plan of worldPlans) {
      const world = simulateWorld(31, plan)
      for (const c of world.truth.channels.keys()) {
        const other = replay(world, c, (cents, t) =>
          t >= WARM_UP_DAYS + 300 && t < WARM_UP_DAYS + 342 ? 0 : cents,
        )
        const within = (w: World) => sum(w.caused[c]!.subarray(300, 342))
        const lift = trueLift(world, { channel: c, start: 300, days: 42, factor: 0 })
        const gap = Math.abs(within(world) - within(other) - lift)
        expect(gap).toBeLessThan(clickChance(world, c, 300, 342))
      }
    }
  })

  it('err by their standard error', () => {
    const scores = Array.from({ length: 40 }, (_, seed) => {
      const world = simulateWorld(seed, 'varied')
      const test = runLiftTest(world, 0)
      const start = test.firstDay - FIRST_DAY
      const truth = trueLift(world, { channel: 0, start, days: 42, factor: 0 })
      return (test.liftOrders - truth) / test.standardError
    })
    const spread = sum(scores.map((z) => z * z)) / 40
    expect(Math.abs(sum(scores) / 40)).toBeLessThan(4 / Math.sqrt(40))
    expect(spread).toBeGreaterThan(0.4)
    expect(spread).toBeLessThan(1.9)
  })
})

function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = (values: readonly number[]) => values.map((v) => v - sum(values) / values.length)
  const [x, y] = [centred(a), centred(b)]
  const dot = (u: readonly number[], v: readonly number[]) =>
    sum(u.map((value, i) => value * v[i]!))
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}
