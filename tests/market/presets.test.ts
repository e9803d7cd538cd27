import { describe, expect, it } from 'vitest'
import { loadAssumptions } from '../../src/assumptions/index.js'
import { type Market, readMarket } from '../../src/market/index.js'
import { dayOf } from '../../src/time/calendar.js'

const DAY_MS = 86_400_000

/** The market of a preset over 2017; orders on the first and the last day only. */
async function market(preset: string, changes = {}): Promise<Market> {
  const days = ['2017-01-01', '2017-12-31'].map((date) => ({
    purchase_date: new Date(dayOf(date) * DAY_MS),
    orders: 100,
    gmv_cents: 2_800_000_00,
  }))
  return readMarket({
    assumptions: loadAssumptions({ preset, changes }),
    rows: async <T>(sql: string) => (sql.includes('fct_orders') ? days : []) as T[],
  })
}

function spentOn(m: Market, date: string): number {
  const day = dayOf(date) - m.firstDay
  return Object.values(m.spendCents).reduce((sum, cents) => sum + cents[day]!, 0)
}

describe('preset reference', () => {
  it('spends R$ 265 on an ordinary weekday, times the classic season on others', async () => {
    const m = await market('reference')
    expect(spentOn(m, '2017-07-05')).toBe(26_500)
    expect(spentOn(m, '2017-11-24')).toBe(92_750)
    expect(spentOn(m, '2017-12-05')).toBe(47_700)
    expect(spentOn(m, '2017-01-10')).toBe(21_200)
    expect(spentOn(m, '2017-05-03')).toBe(37_100)
    expect(spentOn(m, '2017-07-08')).toBe(23_850)
  })

  it('has the classic constants', async () => {
    const { channels } = await market('reference')
    const constants = channels.map(
      ({ id, cpmCents, clickRate, capacityImpressions, volatility }) => [
        id,
        cpmCents,
        clickRate,
        capacityImpressions,
        volatility,
      ],
    )
    expect(constants.slice(0, 4)).toEqual([
      ['facebook_ads', 1_250, 0.009, 80_000, 0.3],
      ['google_search', 2_800, 0.028, 40_000, 0.1],
      ['influencer_instagram', 3_500, 0.012, 100_000, 0.7],
      ['email_marketing', 200, 0.035, 15_000, 0.1],
    ])
    expect(channels.every((channel) => channel.capacityPerOrderImpressions === 0)).toBe(true)
  })
})

describe('presets easy, medium and hard', () => {
  it('multiply the plan, and let more clicks go to waste', async () => {
    const spend = async (preset: string) => spentOn(await market(preset), '2017-01-05')
    const base = await spend('default')
    expect(await spend('easy')).toBe(base)
    expect(await spend('medium')).toBe(1.5 * base)
    expect(await spend('hard')).toBe(2.5 * base)
    const rate = async (preset: string) => (await market(preset)).channels[1]!.clickRate
    expect(await rate('easy')).toBeCloseTo(0.028 * 0.8, 12)
    expect(await rate('medium')).toBeCloseTo(0.028 * 0.7, 12)
    expect(await rate('hard')).toBeCloseTo(0.028 * 0.5 * 0.6, 12)
  })
})
