import { describe, expect, it } from 'vitest'
import { channelReturns } from '../../../src/decisions/optimum/returns.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { exampleModel } from '../model.js'

const model = exampleModel()
const responses = prepareResponses(model)
const returns = (cents: number) => channelReturns(responses, flatValue(monthsOf(model.data), cents))

describe('channelReturns', () => {
  it('rises with the value of an order; the next unit brings less than the mean one', () => {
    const [once, twice] = [returns(2_000), returns(4_000)]
    for (const [c, row] of once.entries()) {
      expect(twice[c]!.roi.mean / row.roi.mean).toBeCloseTo(2, 9)
      expect(row.marginalRoi.mean).toBeLessThan(row.roi.mean)
      expect(row.saturation.low).toBeGreaterThan(0)
      expect(row.saturation.high).toBeLessThan(1)
      expect(twice[c]!.breakEven.mean).toBeGreaterThan(row.breakEven.mean)
    }
  })

  it('breaks even nowhere when orders are worthless, beyond the table when they are treasure', () => {
    for (const { breakEven } of returns(0)) expect(breakEven).toEqual({ low: 0, mean: 0, high: 0 })
    for (const { breakEven } of returns(1e6))
      expect(breakEven).toEqual({ low: 3, mean: 3, high: 3 })
  })

  it('breaks even where a return of 1 says so: contribution equals spend', () => {
    const rows = channelReturns(
      prepareResponses({ ...model, posterior: oneDraw() }),
      flatValue(monthsOf(model.data), 1_800),
    )
    for (const { breakEven, curve } of rows) {
      const i = Math.floor(breakEven.mean * 16)
      if (i >= 48) continue
      expect(curve[i]!.contribution.mean).toBeGreaterThanOrEqual(curve[i]!.spend)
      expect(curve[i + 1]!.contribution.mean).toBeLessThan(curve[i + 1]!.spend)
    }
  })

  it('draws a curve that rises, with today at 1', () => {
    for (const { curve, roi } of returns(2_000)) {
      expect(curve[16]!.multiple).toBe(1)
      expect(curve[16]!.contribution.mean / curve[16]!.spend).toBeCloseTo(roi.mean, 12)
      for (let i = 1; i < curve.length; i++) {
        expect(curve[i]!.orders.mean).toBeGreaterThan(curve[i - 1]!.orders.mean)
      }
    }
  })
})

function oneDraw() {
  const { channels, incremental, gridPoint } = model.posterior
  return {
    channels,
    draws: 1,
    incremental: incremental.slice(0, 3),
    gridPoint: gridPoint.slice(0, 3),
  }
}
