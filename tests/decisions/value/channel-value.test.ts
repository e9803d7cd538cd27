import { describe, expect, it } from 'vitest'
import { meanCurves } from '../../../src/decisions/optimum/curves.js'
import { channelReturns } from '../../../src/decisions/optimum/returns.js'
import { responseTables } from '../../../src/decisions/optimum/table.js'
import { counterfactual } from '../../../src/decisions/plans/counterfactual.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { whatIf } from '../../../src/decisions/plans/what-if.js'
import { evenlyPicked, profitDraws } from '../../../src/decisions/sure/profit-draws.js'
import { profitBridge } from '../../../src/decisions/value/bridge.js'
import { causedOrders } from '../../../src/decisions/value/caused.js'
import { channelValues } from '../../../src/decisions/value/channel-value.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { mean } from '../../../src/numbers.js'
import { exampleModel, scaledPlan, sum } from '../model.js'

const model = exampleModel()
const responses = prepareResponses(model)
const value = flatValue(monthsOf(model.data), 2_500)

describe('causedOrders', () => {
  it('is never more than a day had, and what pausing everything would lose but for the warm-up', () => {
    const { orders, meanDaily } = causedOrders(responses, value)
    for (let t = 0; t < 120; t++) {
      const caused = sum(meanDaily.map((daily) => daily[t]!))
      expect(caused).toBeGreaterThan(0)
      expect(caused).toBeLessThanOrEqual(model.data.orders[t]! + 1e-9)
    }
    expect(sum(meanDaily.map(sum))).toBeCloseTo(sum(orders) / 60, 8)
    const paused = counterfactual(responses, scaledPlan(model, [0, 0, 0]), value)
    for (let i = 0; i < orders.length; i++) {
      expect(-paused.orders[i]! / orders[i]!).toBeGreaterThan(0.9)
      expect(-paused.orders[i]! / orders[i]!).toBeLessThanOrEqual(1)
    }
  })

  it('is worth what orders are worth, asked in whatever turn', () => {
    const dearer = flatValue(monthsOf(model.data), 5_000)
    const [first, second, again] = [value, dearer, value].map((each) => {
      return sum(causedOrders(responses, each).contribution)
    })
    expect(second! / first!).toBeCloseTo(2, 10)
    expect(again).toBe(first)
  })
})

describe('returns', () => {
  it('count the orders that were caused and their worth, though draws are held to the orders of a day', () => {
    const { posterior } = model
    const greedy = { ...posterior, incremental: posterior.incremental.map((b) => b * 8) }
    const held = prepareResponses({ ...model, posterior: greedy })
    expect(held.thinning.own.size).toBeGreaterThan(10)
    const uneven = { ...value, cents: value.cents.map((cents, m) => cents * (m + 1)) }
    const values = channelValues(held, uneven)
    const tables = responseTables(held, uneven)
    const advised = meanCurves(tables, held.held)
    const asNow = values.map(() => ({ low: 1, high: 1 }))
    const tested = profitDraws(tables, held.held, asNow, evenlyPicked(posterior.draws, 60))
    for (const [c, { curve, marginalRoi }] of channelReturns(held, uneven).entries()) {
      const { orders, contributionCents, spendCents } = values[c]!
      const next = (m: number) =>
        whatIf(
          held,
          scaledPlan(
            model,
            values.map((_, i) => (i === c ? m : 1)),
          ),
          uneven,
        )
      const [more, less] = [next(1.02), next(0.98)]
      const slope =
        (more.contributionCents.mean - less.contributionCents.mean) /
        (more.spendDifferenceCents - less.spendDifferenceCents)
      expect(Math.abs(marginalRoi.mean / slope - 1)).toBeLessThan(0.01)
      const profit = mean(tested.channels[c]!.profit)
      expect(profit + spendCents).toBeCloseTo(curve[16]!.contribution.mean, 4)
      expect(advised[c]!.contribution[16]).toBeCloseTo(curve[16]!.contribution.mean, 4)
      expect(advised[c]!.slope[16]! / spendCents).toBeCloseTo(marginalRoi.mean, 9)
      for (const end of ['low', 'mean', 'high'] as const) {
        expect(curve[16]!.orders[end]).toBeCloseTo(orders[end], 6)
        expect(Math.abs(curve[16]!.contribution[end] - contributionCents[end])).toBeLessThan(1.1)
      }
    }
  })
})

describe('channelValues', () => {
  const values = channelValues(responses, value)

  it('sums contribution less spend to profit, with its chance and its waste', () => {
    for (const row of values) {
      expect(row.profitCents.mean).toBe(row.contributionCents.mean - row.spendCents)
      expect(row.causalWasteCents).toBe(Math.max(0, -row.profitCents.mean))
      expect(row.orders.low).toBeLessThan(row.orders.mean)
      expect(row.pPays).toBeGreaterThanOrEqual(0)
      expect(row.pPays).toBeLessThanOrEqual(1)
      expect(Math.abs(row.contributionCents.mean - 2_500 * row.orders.mean)).toBeLessThan(1.1)
    }
  })

  it('feeds a bridge that closes to the cent and keeps its figures', () => {
    const channels = values.map(({ channel, spendCents, contributionCents }) => ({
      channel,
      spendCents,
      contributionCents: contributionCents.mean,
    }))
    const lines = profitBridge(-123_456, channels)
    expect(sum(lines.map(({ amountCents }) => amountCents))).toBe(-123_456)
    expect(
      lines.filter(({ line }) => line === 'incremental_contribution').map((l) => l.amountCents),
    ).toEqual(channels.map(({ contributionCents }) => contributionCents))
  })
})
