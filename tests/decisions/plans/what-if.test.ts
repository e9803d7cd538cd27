import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responseColumn } from '../../../src/decisions/column.js'
import { counterfactual } from '../../../src/decisions/plans/counterfactual.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { whatIf } from '../../../src/decisions/plans/what-if.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue, orderValue } from '../../../src/decisions/value/order-value.js'
import { InputError } from '../../../src/errors.js'
import { exampleModel, scaledPlan, sum } from '../model.js'

const model = exampleModel()
const responses = prepareResponses(model)
const months = monthsOf(model.data)
const value = orderValue(months, {
  contributionCents: months.names.map((_, m) => 300_000 - 150_000 * m),
  orders: months.names.map((_, m) => 100 + m),
})
const multiples = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), {
  minLength: 3,
  maxLength: 3,
})

describe('counterfactual', () => {
  it('the plan of history changes exactly nothing, nor do the periods before a change', () => {
    const same = whatIf(responses, scaledPlan(model, [1, 1, 1]), value)
    expect(same).toMatchObject({
      orders: { low: 0, mean: 0, high: 0 },
      contributionCents: { low: 0, mean: 0, high: 0 },
      profitCents: { low: 0, mean: 0, high: 0 },
      spendDifferenceCents: 0,
      pBetter: 0,
      tailOrders: 0,
    })
    const late = scaledPlan(model, [1, 1, 1])
    late[1]![119]! += 5000
    const { rows, tailOrders } = whatIf(responses, late, value)
    const changed = rows.filter((row) => row.ordersDifference !== 0)
    expect(changed.map(({ channel, month }) => [channel, month])).toEqual([
      ['b', months.names.at(-1)],
    ])
    expect(tailOrders).toBeGreaterThan(0)
  })

  it('is the thinned difference of the columns, counted by hand', () => {
    const plan = scaledPlan(model, [0.5, 1, 2])
    const { orders } = counterfactual(responses, plan, value)
    const { data, grids, posterior, expected } = model
    const column = (d: number, c: number, spend?: Float64Array) =>
      responseColumn(data.channels[c]!, grids[c]![posterior.gridPoint[d * 3 + c]!]!, spend)
    for (const d of [0, 17, 59]) {
      for (const c of [0, 1, 2]) {
        let by_hand = 0
        for (let t = 0; t < 120; t++) {
          const caused = sum(
            [0, 1, 2].map((i) => posterior.incremental[d * 3 + i]! * column(d, i)[t]!),
          )
          const moved = column(d, c, plan[c])[t]! - column(d, c)[t]!
          by_hand +=
            (data.orders[t]! * posterior.incremental[d * 3 + c]! * moved) /
            Math.max(expected[t]!, caused)
        }
        expect(orders[d * 3 + c]).toBeCloseTo(by_hand, 9)
      }
    }
  })

  it('takes no more orders from the horizon than there were, even when channels caused them all', () => {
    const greedy = { ...model, posterior: { ...model.posterior } }
    greedy.posterior.incremental = model.posterior.incremental.map((b) => b * 40)
    const { orders } = counterfactual(prepareResponses(greedy), scaledPlan(model, [0, 0, 0]), value)
    const total = sum(model.data.orders)
    for (let d = 0; d < 60; d++) {
      const lost = -sum(orders.subarray(d * 3, d * 3 + 3))
      expect(lost).toBeLessThanOrEqual(total)
      expect(lost).toBeGreaterThan(0.8 * total)
    }
  })

  it('adds up over channels, exactly', () => {
    fc.assert(
      fc.property(multiples, (m) => {
        const whole = counterfactual(responses, scaledPlan(model, m), value)
        for (const c of [0, 1, 2]) {
          const alone = scaledPlan(
            model,
            m.map((x, i) => (i === c ? x : 1)),
          )
          const part = counterfactual(responses, alone, value)
          for (let d = 0; d < 60; d++) expect(part.orders[d * 3 + c]).toBe(whole.orders[d * 3 + c])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('brings the carry-over after the horizon', () => {
    const { tailOrders } = counterfactual(responses, scaledPlan(model, [0, 1, 1]), value)
    expect(tailOrders).toBeLessThan(0)
    const twice = counterfactual(responses, scaledPlan(model, [2, 1, 1]), value)
    expect(twice.tailOrders).toBeGreaterThan(0)
  })

  it('refuses plans of another shape', () => {
    expect(() => whatIf(responses, [], value)).toThrow(InputError)
    const plan = scaledPlan(model, [1, 1, 1])
    expect(() => whatIf(responses, [plan[0]!, plan[1]!, plan[2]!.subarray(1)], value)).toThrow(
      /plan of c: got 119 periods/,
    )
    plan[0]![3] = -1
    expect(() => whatIf(responses, plan, value)).toThrow(/plan of a, period 4: got -1/)
  })
})

describe('whatIf', () => {
  it('splits money over channels and months without making or losing a cent', () => {
    fc.assert(
      fc.property(multiples, (m) => {
        const plan = scaledPlan(model, m)
        const effect = whatIf(responses, plan, value)
        const rows = effect.rows
        const planned = sum(plan.map(sum))
        const history = sum(model.data.channels.map(({ spend }) => sum(spend)))
        expect(effect.spendDifferenceCents).toBe(planned - history)
        expect(sum(rows.map((row) => row.spendCents))).toBe(planned)
        expect(sum(rows.map((row) => row.contributionDifferenceCents))).toBe(
          effect.contributionCents.mean,
        )
        expect(sum(rows.map((row) => row.profitDifferenceCents))).toBe(effect.profitCents.mean)
        expect(effect.profitCents.mean).toBe(
          effect.contributionCents.mean - effect.spendDifferenceCents,
        )
        const mean = sum(effect.profitDraws) / effect.profitDraws.length
        expect(Math.abs(mean - effect.profitCents.mean)).toBeLessThan(0.51)
      }),
      { numRuns: 20 },
    )
  })

  it('more spend never means fewer orders, and a worthless order makes any spend a loss', () => {
    const more = whatIf(responses, scaledPlan(model, [1.5, 1.5, 1.5]), flatValue(months, 0))
    expect(more.orders.low).toBeGreaterThan(0)
    expect(more.pBetter).toBe(0)
    expect(more.profitCents.mean).toBe(-more.spendDifferenceCents)
  })
})
