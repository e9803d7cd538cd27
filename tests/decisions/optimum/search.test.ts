import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responseColumn } from '../../../src/decisions/column.js'
import type { CausalModel } from '../../../src/decisions/data.js'
import {
  contributionAt,
  meanCurves,
  type ValueCurve,
} from '../../../src/decisions/optimum/curves.js'
import { dynamicProgramme } from '../../../src/decisions/optimum/dynamic.js'
import { type Problem, profitOf, spentBy } from '../../../src/decisions/optimum/problem.js'
import { MULTIPLES, responseTables, TODAY } from '../../../src/decisions/optimum/table.js'
import { waterLevel } from '../../../src/decisions/optimum/water-level.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { exampleModel, sum } from '../model.js'

describe('responseTables', () => {
  it.each(['steady', 'month'] as const)('%s: what the columns give, summed by hand', (by) => {
    const model = exampleModel({ slope: 1.5 })
    const value = flatValue(monthsOf(model.data), 700)
    const tables = responseTables(prepareResponses(model), value, by)
    expect(MULTIPLES[TODAY]).toBe(1)
    for (const [j, { channel: c, month }] of tables.columns.entries()) {
      const channel = model.data.channels[c]!
      for (const [k, row] of tables.rowOf[j]!) {
        const point = model.grids[c]![k]!
        if (month !== undefined && point.wait > 0) continue
        for (const i of [0, 5, TODAY, 48]) {
          const plan = channel.spend.map((cents) => cents * MULTIPLES[i]!)
          const orders = responseColumn(channel, point, plan).map((z, t) =>
            month === undefined || value.months.ofPeriod[t] === month
              ? (z * model.data.orders[t]!) / model.expected[t]!
              : 0,
          )
          const at = row * MULTIPLES.length + i
          expect(tables.orders[j]![at]! - sum(orders)).toBeCloseTo(0, 9)
          expect(tables.contribution[j]![at]! / 700 - sum(orders)).toBeCloseTo(0, 9)
        }
      }
    }
  })

  it('are kept for one value, and made anew for another', () => {
    const responses = prepareResponses(exampleModel())
    const months = monthsOf(responses.model.data)
    const value = flatValue(months, 700)
    expect(responseTables(responses, value)).toBe(responseTables(responses, value))
    const doubled = responseTables(responses, flatValue(months, 1400))
    const once = responseTables(responses, value)
    expect(doubled.contribution[0]![20]! / once.contribution[0]![20]!).toBeCloseTo(2, 12)
    expect(responseTables(responses, value, 'month').columns).not.toEqual(once.columns)
  })

  it('has the slope of its own values', () => {
    const model = exampleModel({ slope: 1.5 })
    const responses = prepareResponses(model)
    const tables = responseTables(responses, flatValue(monthsOf(model.data), 700))
    const curve = meanCurves(tables, model.posterior)[0]!
    for (let i = 1; i < 48; i++) {
      const secant = (curve.contribution[i + 1]! - curve.contribution[i - 1]!) * 8
      expect(Math.abs(curve.slope[i]! / secant - 1)).toBeLessThan(0.15)
    }
    expect(contributionAt(curve, 1.25)).toBeCloseTo(curve.contribution[20]!, 8)
  })
})

/** Constant budgets, no memory, no wait, one grid point: contribution a m s / (m s + h). */
function textbook(most: number[], halves: number[], spend: number[]): CausalModel {
  const periods = 10
  const channels = most.map((_, c) => `c${c}`)
  const ones = new Float64Array(periods).fill(1)
  const curve = { kind: 'michaelis_menten', half: 1 } as const
  const kernel = { kind: 'geometric', decay: 0 } as const
  return {
    data: {
      grain: 'day',
      firstDay: 17_045,
      orders: ones,
      channels: channels.map((id, c) => ({
        id,
        spend: new Float64Array(periods).fill(spend[c]!),
        spendBefore: new Float64Array(0),
        kernel,
        curve,
      })),
      calendar: [],
      spendSource: 'observed',
      liftTests: [],
    },
    grids: halves.map((half) => [{ kernel, curve, half, wait: 0, season: ones, scale: 1 }]),
    posterior: {
      channels,
      draws: 1,
      incremental: Float64Array.from(most),
      gridPoint: new Int32Array(most.length),
    },
    expected: ones,
  }
}

function problemOf(model: CausalModel): Problem {
  const tables = responseTables(prepareResponses(model), flatValue(monthsOf(model.data), 1))
  return {
    curves: meanCurves(tables, model.posterior),
    spend: tables.columns.map(({ spend }) => spend),
    low: tables.columns.map(() => 0),
    high: tables.columns.map(() => 3),
  }
}

describe('waterLevel', () => {
  const most = [900, 700, 400]
  const halves = [120, 60, 300]
  const spend = [150, 150, 100]
  const response = (m: number, c: number) =>
    (most[c]! * m * spend[c]!) / (m * spend[c]! + halves[c]!)

  it('finds the closed form of a free total: s = sqrt(a h) - h', () => {
    const problem = problemOf(textbook(most, halves, spend))
    for (const [c, m] of waterLevel(problem).entries()) {
      const best = Math.sqrt(most[c]! * halves[c]!) - halves[c]!
      expect(m * spend[c]!).toBeCloseTo(Math.min(3 * spend[c]!, Math.max(0, best)), 0)
    }
  })

  it('finds the closed form of a fixed total, within a hundred-thousandth of the response', () => {
    const problem = problemOf(textbook(most, halves, spend))
    const found = waterLevel(problem, 4_000)
    expect(spentBy(problem, found)).toBeCloseTo(4_000, 6)
    const roots = most.map((a, c) => Math.sqrt(a * halves[c]!))
    const level = (400 + sum(halves)) / sum(roots)
    const best = roots.map((root, c) => level * root - halves[c]!)
    expect(Math.min(...best)).toBeGreaterThan(0)
    const exact = sum(best.map((s, c) => response(s / spend[c]!, c)))
    expect(sum(found.map(response)) / exact).toBeGreaterThan(1 - 1e-5)
  })

  it('stops at bounds, and spends any total between them', () => {
    const problem = problemOf(textbook(most, halves, spend))
    const within: Problem = { ...problem, low: [0.5, 1, 0], high: [1, 1, 3] }
    fc.assert(
      fc.property(fc.double({ min: 2_250, max: 6_000, noNaN: true }), (total) => {
        const found = waterLevel(within, total)
        expect(spentBy(within, found)).toBeCloseTo(total, 5)
        expect(found[1]).toBe(1)
        expect(found[0]).toBeGreaterThanOrEqual(0.5)
        expect(found[0]).toBeLessThanOrEqual(1)
      }),
    )
  })
})

/** Rising curves of any shape. */
const curves = fc
  .array(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 48, maxLength: 48 }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((all) =>
    all.map((rises): ValueCurve => {
      const contribution = new Float64Array(49)
      for (const [i, rise] of rises.entries()) contribution[i + 1] = contribution[i]! + rise ** 3
      return { contribution, slope: new Float64Array(49) }
    }),
  )

describe('dynamicProgramme', () => {
  it('is as good as trying every split', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 1, max: 7 }), (some, seventh) => {
        const problem: Problem = {
          curves: some,
          spend: [100, 200, 300],
          low: [0, 0.5, 0],
          high: [2, 2, 3],
        }
        const total = 100 + (1400 * seventh) / 8
        const steps = 14
        const step = (total - 100) / steps
        let best = -Infinity
        const multiple = (n: number, j: number) =>
          Math.min(problem.high[j]!, problem.low[j]! + (n * step) / problem.spend[j]!)
        for (let a = 0; a <= steps; a++) {
          for (let b = 0; a + b <= steps; b++) {
            const taken = [a, b, steps - a - b]
            const fits = taken.every(
              (n, j) =>
                (n - 1) * step < (problem.high[j]! - problem.low[j]!) * problem.spend[j]! - 1e-6,
            )
            if (!fits) continue
            const plan = taken.map(multiple)
            best = Math.max(best, profitOf(problem, plan) + spentBy(problem, plan))
          }
        }
        const found = dynamicProgramme(problem, total, { steps })
        expect(profitOf(problem, found) + spentBy(problem, found)).toBeCloseTo(best, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('agrees with the water level where returns fall', () => {
    const problem = problemOf(textbook([900, 700, 400], [120, 60, 300], [150, 150, 100]))
    const level = profitOf(problem, waterLevel(problem, 4_000))
    const found = profitOf(problem, dynamicProgramme(problem, 4_000))
    expect(found / level).toBeCloseTo(1, 5)
  })
})
