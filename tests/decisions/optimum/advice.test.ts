import { describe, expect, it } from 'vitest'
import { advised } from '../../../src/decisions/decide.js'
import { fitOrders } from '../../../src/decisions/fit/fit.js'
import type { Fit } from '../../../src/decisions/fit/fitted.js'
import { supportOf } from '../../../src/decisions/fit/support.js'
import { findOptimum } from '../../../src/decisions/optimum/optimum.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { normal } from '../../../src/random/distributions.js'
import { exampleModel } from '../model.js'
import { smallWorld } from '../small-world.js'

const channel = (grade: string, contraction: number) =>
  ({ channels: [{ channel: 'mail', grade, contraction }] }) as unknown as Fit

describe('what supports a figure', () => {
  it.each([
    ['measured', 0, true],
    ['indicated', 0, true],
    ['not_identified', 0.3, true],
    ['not_identified', 0.1, false],
    ['no_data', 0.9, false],
  ] as const)('%s, narrowed by %d: %s', (grade, contraction, supported) => {
    expect(supportOf(channel(grade, contraction))).toEqual({ mail: supported })
  })
})

describe('advice', () => {
  const model = exampleModel()
  const responses = prepareResponses(model)
  const dear = flatValue(monthsOf(model.data), 400)
  const ask = (supported: Readonly<Record<string, boolean>>) =>
    findOptimum(responses, dear, { supported, actAbove: 0.5 })

  it('acts where all that moves is supported, and tests where a fifth is not', () => {
    const known = ask({})
    expect([known.advice, known.unsupportedShare]).toEqual(['act', 0])
    const unknown = ask({ a: false, b: false, c: false })
    expect([unknown.advice, unknown.unsupportedShare]).toEqual(['test', 1])
    expect(unknown.plan).toEqual(known.plan)
  })

  it('counts money moved either way', () => {
    const { plan } = ask({})
    const moved = plan.map((series, c) =>
      series.reduce((sum, x, t) => sum + Math.abs(x - model.data.channels[c]!.spend[t]!), 0),
    )
    const { unsupportedShare } = ask({ b: false })
    expect(unsupportedShare).toBeCloseTo(moved[1]! / moved.reduce((a, b) => a + b), 12)
  })

  it('is unknown only where figures are supported and no test is worth its cost', () => {
    const unsure = findOptimum(responses, dear, { actAbove: 1.1 })
    expect(advised(unsure, { best: undefined }).advice).toBe('unknown')
    expect(advised(unsure, { best: {} as never }).advice).toBe('test')
    const unsupported = ask({ a: false, b: false, c: false })
    expect(advised(unsupported, { best: undefined }).advice).toBe('test')
    expect(advised(ask({}), { best: undefined }).advice).toBe('act')
  })
})

describe('advice by how budgets were made', () => {
  /** One channel that causes much and one that causes nothing, at a value at which the second never pays. */
  const adviceIn = (world: Parameters<typeof smallWorld>[0], change: object = {}) => {
    const data = { ...smallWorld(world), ...change }
    const fit = fitOrders(data, { acceptAssumed: true })
    const found = findOptimum(prepareResponses(fit), flatValue(monthsOf(data), 60), {
      supported: supportOf(fit),
    })
    return { status: fit.trust.status, ...found }
  }
  const caused = { search: 40, banner: 0.5 }

  it('own variation: acts on what was learned', () => {
    const { status, advice } = adviceIn({ caused, days: 730 })
    expect([status, advice]).toEqual(['own', 'act'])
  })

  it('budgets that follow unseen demand, and no test: never acts, however sure the draws', () => {
    const { status, advice, unsupportedShare } = adviceIn({
      caused,
      days: 730,
      budget: (stream, _, unseen) => unseen * 3 + 0.1 * normal(stream),
    })
    expect(status).toBe('follows_unseen')
    expect(advice === 'keep' || (advice === 'test' && unsupportedShare > 0.2)).toBe(true)
  })

  it('assumed spend and no test: never acts', () => {
    const { status, advice } = adviceIn({ caused, days: 730 }, { spendSource: 'assumed' })
    expect(status).toBe('assumed')
    expect(advice).not.toBe('act')
  })

  it('assumed spend with declared incrementality: acts under what is declared', () => {
    const world = smallWorld({ caused, days: 730 })
    const channels = world.channels.map((one) => ({
      ...one,
      attributedOrders: world.orders.map(() => 10),
      incrementality: { centre: 0.2, spread: 0.02 },
    }))
    const { advice } = adviceIn({ caused, days: 730 }, { spendSource: 'assumed', channels })
    expect(advice).toBe('act')
  })
})
