import { describe, expect, it } from 'vitest'
import { tiny } from './tiny.js'
import { type World, withFinance } from './world.js'

type Row = Record<string, number | string | boolean | null>

const table = (name: string, world: World = tiny) =>
  withFinance(world, (db) => db.all<Row>(`select * from ${name}`))

describe('loss_shares', () => {
  it('counts who loses money and how much', async () => {
    const rows = await table('loss_shares')
    expect(rows.map((row) => [row.subject, row.losing, row.subjects, row.loss_cents])).toEqual([
      ['customer', 1, 2, 715],
      ['item', 1, 4, 715],
      ['order', 2, 3, 915],
      ['seller', 1, 1, 481],
    ])
  })
})

describe('contribution_distribution', () => {
  it('puts a contribution at its bucket, and what is far off into the outermost', async () => {
    const items = tiny['dwh.fct_order_items']!.map((row) => ({ ...row, price_cents: 300_000 }))
    const rows = await table('contribution_distribution', {
      ...tiny,
      'dwh.fct_order_items': items,
    })
    expect(rows.filter((row) => row.subject === 'item')).toMatchObject([
      { from_cents: -1_000, to_cents: -500, subjects: 1, contribution_3_cents: -715 },
      { from_cents: 9_500, to_cents: 10_000, subjects: 3 },
    ])
  })
})

describe('acquisition_cohorts', () => {
  it('pays back when what customers bring in covers what they cost, waste included', async () => {
    const [cohort] = await table('acquisition_cohorts')
    expect(cohort).toMatchObject({
      channel: 'email_marketing',
      new_customers: 2,
      paid_cost_cents: 30,
      loaded_cost_cents: 130,
      contribution_12m_cents: -651,
      contribution_12m_per_customer_cents: -326,
      payback_months: null,
      months_seen: 2,
      is_complete: false,
    })
    const dear = tiny['dwh.fct_order_items']!.map((row) => ({ ...row, price_cents: 50_000 }))
    const [paid] = await table('acquisition_cohorts', { ...tiny, 'dwh.fct_order_items': dear })
    expect(paid!.payback_months).toBe(0)
  })
})

describe('customer_cohorts', () => {
  it('follows customers whatever channel brings them back', async () => {
    const rows = await table('customer_cohorts')
    expect(rows.map((row) => [row.months_since, row.orders, row.cumulated_cents])).toEqual([
      [0, 2, -451],
      [1, 1, -651],
    ])
  })
})

describe('pnl_slices', () => {
  it('sums to the same contribution by every dimension', async () => {
    const rows = await table('pnl_slices')
    const [verdict] = await table('verdict')
    for (const dimension of ['channel', 'state', 'category', 'tier']) {
      const slices = rows.filter((row) => row.dimension === dimension)
      const total = slices.reduce(
        (sum, row) => sum + (row.contribution_after_marketing_cents as number),
        0,
      )
      expect(total).toBe(verdict!.contribution_after_marketing_cents)
    }
  })
})

describe('waste_statement', () => {
  it('values clicks lost to saturation at the mean cost of a click, beside the waste', async () => {
    const days = tiny['market.fct_marketing_daily']!.map((row) => ({
      ...row,
      saturation_loss_clicks: 1.25,
    }))
    const rows = await table('waste_statement', { ...tiny, 'market.fct_marketing_daily': days })
    // 70 cents were released on the days with 5 clicks: 14 cents a click, two days lost 2.5.
    expect(rows[2]).toMatchObject({
      channel: 'email_marketing',
      waste_cents: 100,
      waste_bps: 6_667,
      saturation_loss_clicks: 3,
      saturation_loss_cents: 35,
    })
    expect(rows[0]).toMatchObject({ channel: 'direct', waste_bps: null })
  })
})

describe('channel_verdict', () => {
  it('holds what a channel brought in against what it used up', async () => {
    const rows = await table('channel_verdict')
    expect(rows[1]).toMatchObject({
      channel: 'email_marketing',
      contribution_2_cents: -451,
      result_cents: -451 - 30 - 100,
      asset_cents: 20,
      covers_its_cost: false,
    })
  })
})

describe('mrr_bridge', () => {
  it('closes each month where the next opens', async () => {
    const rows = await table('mrr_bridge')
    expect(rows.map((row) => [row.opening_cents, row.new_cents, row.closing_cents])).toEqual([
      [0, 0, 0],
      [0, 4_990, 4_990],
    ])
  })
})

describe('pnl_periods', () => {
  it('rolls both bases up to months, quarters and years', async () => {
    const rows = await table('pnl_periods')
    const net = (basis: string, period: string) =>
      rows
        .filter((row) => row.basis === basis && row.period === period)
        .map((row) => row.contribution_after_marketing_cents)
    expect(net('cohort', 'month')).toEqual([-581, -21])
    expect(net('cohort', 'quarter')).toEqual([-602])
    expect(net('recognition', 'month')).toEqual([-2_312, 1_578])
    expect(net('recognition', 'year')).toEqual([-734])
  })
})
