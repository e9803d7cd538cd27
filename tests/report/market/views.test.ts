import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { publishedPlan } from '../../../src/market/index.js'
import {
  budgetLadder,
  channelAssumptions,
  clickBands,
  eventAssumptions,
  memoryKernels,
  sameDayCost,
  saturationView,
  seasonDecomposition,
  unpaidDecomposition,
} from '../../../src/report/market/index.js'
import { publishedMarket } from '../../market/published.js'

const source = publishedMarket([
  { date: '2017-11-20', orders: 40, priceCents: 10_000 },
  { date: '2017-11-24', orders: 200, priceCents: 10_000 },
  { date: '2017-11-26', orders: 50, priceCents: 10_000 },
])

describe('what is assumed', () => {
  it('of channels: the fields asked for, and the reason of one', () => {
    const rows = channelAssumptions(source, ['ctr_bps', 'decay'], 'decay')
    expect(rows[1]).toEqual({
      channel: 'google_search',
      ctr_bps: 280,
      decay: 0.2,
      why: 'A search ad works at once or not at all',
    })
  })

  it('of events: their days in words', () => {
    const days = new Map(eventAssumptions(source).map((row) => [row.event, row.days]))
    expect(days.get('black_friday_week')).toBe('Black Friday, 4 days before, 3 after')
    expect(days.get('black_friday')).toBe('Black Friday')
    expect(days.get('childrens_day')).toBe("Children's Day, 7 days before")
  })
})

describe('memoryKernels', () => {
  it('sum to the whole for each channel', () => {
    const rows = memoryKernels(source)
    for (const channel of ['google_search', 'influencer_instagram']) {
      const own = rows.filter((row) => row.channel === channel)
      const total = own.reduce((sum, row) => sum + row.weight_millionths, 0)
      expect(Math.abs(total - 1e6)).toBeLessThan(own.length)
    }
  })
})

describe('saturationView', () => {
  it('has a rising curve and a point for each day with exposure', async () => {
    const { curve, points } = await saturationView(source)
    const own = curve.filter(({ channel }) => channel === 'email_marketing')
    expect(own[0]).toEqual({ channel: 'email_marketing', load: 0, response: 0 })
    own.reduce((before, point) => {
      expect(point.response).toBeGreaterThanOrEqual(before.response)
      return point
    })
    expect(points.filter(({ channel }) => channel === 'email_marketing')).toHaveLength(7)
  })
})

describe('clickBands', () => {
  it('shows the published clicks within the worlds’ band', async () => {
    const bands = await clickBands(source, { draws: 200, from: '2017-11-24', to: '2017-11-24' })
    const published = await source.rows<{ channel: string; clicks: number }>(
      `select channel, clicks from market.fct_marketing_daily where date = '2017-11-24'`,
    )
    expect(bands).toHaveLength(5)
    for (const { channel, clicks, low_clicks, median_clicks, high_clicks } of bands) {
      expect(clicks).toBe(published.find((row) => row.channel === channel)!.clicks)
      expect(low_clicks).toBeLessThanOrEqual(median_clicks)
      expect(median_clicks).toBeLessThanOrEqual(high_clicks)
    }
  })
})

describe('seasonDecomposition', () => {
  it('parts multiply to the index', async () => {
    const days = await seasonDecomposition(source, 'price')
    expect(days).toHaveLength(7)
    for (const { weekday, month, events, index } of days) {
      expect(weekday * month * events).toBeCloseTo(index, 12)
    }
    expect(days[4]!.events).toBeCloseTo(1.3 * 1.25, 12)
  })
})

describe('unpaidDecomposition', () => {
  it('is growth times season, in whole impressions', async () => {
    for (const day of await unpaidDecomposition(source, 'organic_search')) {
      const apart = Math.abs(day.impressions - day.base_impressions * day.season)
      expect(apart).toBeLessThanOrEqual(0.5 + 0.5 * day.season)
    }
  })

  it('refuses a channel that is paid', async () => {
    await expect(unpaidDecomposition(source, 'google_search')).rejects.toThrow(
      "channel: got 'google_search', allowed organic_search.",
    )
  })
})

describe('sameDayCost', () => {
  it('divides the day’s spend by the day’s items, and the released money by the day’s clicks', async () => {
    const [friday, saturday] = await sameDayCost(source, { from: '2017-11-24', to: '2017-11-25' })
    expect(friday!.same_day_cac_cents).toBe(Math.round(friday!.spend_cents / friday!.items))
    expect(friday!.click_cost_cents).toBe(
      Math.round(friday!.released_cost_cents / friday!.paid_clicks),
    )
    expect(saturday!.same_day_cac_cents).toBeNull()
  })
})

describe('budgetLadder', () => {
  it('refuses a channel without a budget', async () => {
    await expect(budgetLadder(source, { channel: 'organic_search' })).rejects.toThrow(InputError)
  })
})

describe('publishedPlan', () => {
  it('is the plan of the published market', async () => {
    const plan = await publishedPlan(source)
    const [row] = await source.rows<{ spend: number }>(
      'select sum(spend_cents)::bigint as spend from market.fct_marketing_daily',
    )
    expect(plan.totalCents()).toBe(row!.spend)
    expect([plan.firstDate, plan.lastDate]).toEqual(['2017-11-20', '2017-11-26'])
  })
})
