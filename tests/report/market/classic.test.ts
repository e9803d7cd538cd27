import { describe, expect, it } from 'vitest'
import { loadAssumptions } from '../../../src/assumptions/index.js'
import { adstockClassic, clicksClassic } from '../../../src/report/market/classic-model.js'
import { budgetLadder } from '../../../src/report/market/index.js'
import { dayOf } from '../../../src/time/calendar.js'

const DAY_MS = 86_400_000

/** A horizon as long as Olist's under the classic constants; its orders do not matter to them. */
const source = {
  assumptions: loadAssumptions({ preset: 'reference' }),
  rows: async <T>(sql: string) =>
    (sql.includes('fct_orders')
      ? ['2016-09-04', '2018-10-17'].map((date) => ({
          purchase_date: new Date(dayOf(date) * DAY_MS),
          orders: 1,
          gmv_cents: 1,
        }))
      : []) as T[],
}

describe('the classic model', () => {
  it('remembers with weight 1 - decay, the first day at full weight', () => {
    expect([...adstockClassic(Float64Array.of(100, 0, 50), 0.5)]).toEqual([100, 50, 50])
  })

  it('turns downward past 1.587 times capacity', () => {
    const clicks = (memory: number) => clicksClassic(Float64Array.of(memory), 1, 1)[0]!
    expect(clicks(1.587)).toBeGreaterThan(clicks(1.5))
    expect(clicks(1.587)).toBeGreaterThan(clicks(1.7))
  })

  it('on email, claims what is published of it: x3 the most, x8 hardly more than x1', async () => {
    const published = { 1: 153_383, 3: 216_854, 4: 214_471, 8: 182_784 }
    const ladder = await budgetLadder(source, { channel: 'email_marketing', factors: [1, 3, 4, 8] })
    for (const { budget_factor, classic_clicks } of ladder) {
      const claimed = published[budget_factor as keyof typeof published]
      expect(Math.abs(classic_clicks / claimed - 1)).toBeLessThan(0.025)
    }
    const [first, , , last] = ladder
    expect(first).toMatchObject({ classic_growth: 1, our_growth: 1 })
    expect(last!.classic_growth).toBe(last!.classic_clicks / first!.classic_clicks)
    expect(last!.our_growth).toBe(last!.our_clicks / first!.our_clicks)
    const ours = ladder.map(({ our_clicks }) => our_clicks)
    expect(ours).toEqual([...ours].sort((a, b) => a - b))
  })
})
