import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CausalModel } from '../../../src/decisions/data.js'
import {
  findOptimum,
  type OptimumOptions,
  whyBest,
} from '../../../src/decisions/optimum/optimum.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { whatIf } from '../../../src/decisions/plans/what-if.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { InputError } from '../../../src/errors.js'
import { exampleModel, scaledPlan, sum } from '../model.js'

const CONTRIBUTION_CENTS = 2_500

function optimum(model: CausalModel, options?: OptimumOptions, cents = CONTRIBUTION_CENTS) {
  return findOptimum(prepareResponses(model), flatValue(monthsOf(model.data), cents), options)
}

const spent = (plan: readonly Float64Array[]) => sum(plan.map(sum))
const today = (model: CausalModel) => spent(model.data.channels.map(({ spend }) => spend))

describe('findOptimum', () => {
  it('is not beaten by any plan of a grid', () => {
    const model = exampleModel()
    const responses = prepareResponses(model)
    const value = flatValue(monthsOf(model.data), CONTRIBUTION_CENTS)
    const best = optimum(model).effect.profitCents.mean
    expect(best).toBeGreaterThan(0)
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 2, noNaN: true }))),
        (m) => {
          const other = whatIf(responses, scaledPlan(model, m), value).profitCents.mean
          expect(other).toBeLessThanOrEqual(best + 1e-3 * Math.abs(best))
        },
      ),
    )
  })

  it.each([1, 1.5])('spends its total to the cent (curve slope %s)', (slope) => {
    const model = exampleModel({ slope })
    for (const total of ['same', 3_000_001, 2_999_999] as const) {
      const found = optimum(model, { total })
      expect(found.totalCents).toBe(total === 'same' ? today(model) : total)
      expect(spent(found.plan)).toBe(found.totalCents)
      for (const series of found.plan) {
        expect(series.every((cents) => Number.isInteger(cents) && cents >= 0)).toBe(true)
      }
    }
    const free = optimum(model)
    expect(spent(free.plan)).toBe(free.totalCents)
  })

  it('is the same when channels are reordered or renamed', () => {
    for (const total of ['free', 'same'] as const) {
      const model = exampleModel({ channels: ['a', 'b', 'c', 'd'] })
      const found = optimum(model, { total })
      const other = optimum(exampleModel({ channels: ['c', 'd', 'a', 'b'] }), { total })
      expect(other.effect.profitCents).toEqual(found.effect.profitCents)
      expect([2, 3, 0, 1].map((c) => other.plan[c])).toEqual(found.plan)
      const channels = model.data.channels.map((channel, c) => ({ ...channel, id: `z${9 - c}` }))
      const renamed = optimum({ ...model, data: { ...model.data, channels } }, { total })
      expect(renamed.plan).toEqual(found.plan)
    }
  })

  it('is the same in another currency', () => {
    const found = optimum(exampleModel(), { total: 'same' })
    const other = optimum(
      exampleModel({ currency: 100 }),
      { total: 'same' },
      100 * CONTRIBUTION_CENTS,
    )
    expect(other.effect.pBetter).toBe(found.effect.pBetter)
    for (const [j, row] of other.certificate.entries()) {
      expect(row.multiple).toBeCloseTo(found.certificate[j]!.multiple, 9)
      expect(row.marginalReturn).toBeCloseTo(found.certificate[j]!.marginalReturn, 9)
    }
  })

  it('keeps bounds; channels that are not identified move within half of today', () => {
    const model = exampleModel()
    const grades = { a: 'not_identified', b: 'measured', c: 'no_data' } as const
    for (const cents of [0, 1e6]) {
      const { certificate } = optimum(
        model,
        { grades, bounds: { c: { low: 0.9, high: 1.1 } } },
        cents,
      )
      const expected = cents === 0 ? [0.5, 0, 0.9] : [1.5, 2, 1.1]
      expect(certificate.map(({ multiple }) => multiple)).toEqual(expected)
      expect(certificate.every(({ at }) => at === (cents === 0 ? 'low' : 'high'))).toBe(true)
    }
  })

  it('certifies: marginal returns are level, or a bound stops them', () => {
    const found = optimum(exampleModel(), { total: 'same' })
    const { certificate, why } = found
    const inside = certificate.filter(({ at }) => at === 'inside').map((row) => row.marginalReturn)
    expect(inside.length).toBeGreaterThan(1)
    for (const level of inside) expect(level / inside[0]!).toBeCloseTo(1, 4)
    for (const { at, marginalReturn } of certificate) {
      if (at === 'low') expect(marginalReturn).toBeLessThanOrEqual(inside[0]!)
      if (at === 'high') expect(marginalReturn).toBeGreaterThanOrEqual(inside[0]!)
    }
    expect(why).toMatch(/^The next unit of money brings \d\.\d\d in [abc]/)
    const named = whyBest(found, (id) => `Channel ${id.toUpperCase()}`)
    expect(named).toBe(why.replace(/\b[abc]\b/g, (id) => `Channel ${id.toUpperCase()}`))
  })

  it("is today's plan where nothing is better", () => {
    const model = exampleModel()
    const narrow = { a: { low: 1, high: 1 }, b: { low: 1, high: 1 }, c: { low: 1, high: 1 } }
    const found = optimum(model, { bounds: narrow })
    expect(found.advice).toBe('keep')
    expect(found.plan).toEqual(model.data.channels.map(({ spend }) => spend))
    expect(found.effect.profitCents.mean).toBe(0)
    expect(found.why).toMatch(/^No plan within the bounds is better than today's/)
  })

  it('advises to act only when better with the declared probability', () => {
    const model = exampleModel()
    const { effect } = optimum(model)
    expect(effect.pBetter).toBeGreaterThan(0.5)
    expect(optimum(model, { actAbove: effect.pBetter }).advice).toBe('act')
    expect(optimum(model, { actAbove: effect.pBetter + 1e-9 }).advice).toBe('test')
  })

  it('by month is never worse than steady, and spends the same to the cent', () => {
    const model = exampleModel()
    for (const total of ['free', 'same'] as const) {
      const steady = optimum(model, { total })
      const monthly = optimum(model, { total, by: 'month' })
      expect(monthly.effect.profitCents.mean).toBeGreaterThanOrEqual(steady.effect.profitCents.mean)
      expect(spent(monthly.plan)).toBe(monthly.totalCents)
      if (total === 'same') expect(monthly.totalCents).toBe(today(model))
    }
  })

  it('refuses bounds and totals that cannot be', () => {
    const model = exampleModel()
    expect(() => optimum(model, { bounds: { x: { low: 0, high: 1 } } })).toThrow(/allowed a, b, c/)
    expect(() => optimum(model, { bounds: { a: { low: 2, high: 1 } } })).toThrow(InputError)
    expect(() => optimum(model, { total: 1e12 })).toThrow(/total: got 1000000000000 cents/)
    expect(() => optimum(model, { total: 1.5 })).toThrow(InputError)
  })
})
