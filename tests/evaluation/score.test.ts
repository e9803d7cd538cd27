import { describe, expect, it } from 'vitest'
import { scoreCredit } from '../../src/evaluation/score.js'

const daily = (...days: number[][]) => ({
  days: days.length,
  causes: days[0]!.length,
  orders: Float64Array.from(days.flat()),
})

describe('scoreCredit', () => {
  const truth = daily([4, 0], [0, 4])

  it('gives the truth no error; on days of one cause it is always right', () => {
    expect(scoreCredit(truth, truth)).toEqual({
      total_variation_bps: 0,
      share_error_bps: [0, 0],
      accuracy_bps: 10_000,
      chance_bps: 5_000,
    })
  })

  it('tells right totals on wrong days from right days', () => {
    const wrongDays = scoreCredit(daily([0, 4], [4, 0]), truth)
    expect(wrongDays.total_variation_bps).toBe(0)
    expect(wrongDays.accuracy_bps).toBe(0)
  })

  it('halves the sum of share errors', () => {
    const score = scoreCredit(daily([4, 0], [2, 2]), truth)
    expect(score.share_error_bps).toEqual([2_500, -2_500])
    expect(score.total_variation_bps).toBe(2_500)
    expect(score.accuracy_bps).toBe(7_500)
    expect(score.chance_bps).toBe(5_000)
  })
})
