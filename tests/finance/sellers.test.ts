import { describe, expect, it } from 'vitest'
import { SELLER, tiny } from './tiny.js'
import { day, type Rows, type World, withFinance } from './world.js'

const lead = (
  lead_id: string,
  origin: string,
  contact: string,
  won?: [at: string, by: string],
) => ({
  lead_id,
  origin,
  first_contact_date: day(contact),
  won_at: won ? day(won[0]) : null,
  seller_id: won ? won[1] : null,
})
const leads: Rows = [
  lead('l1', 'social', '2018-01-10', ['2018-01-30T09:00:00', SELLER]),
  lead('l2', 'social', '2018-01-12'),
  lead('l3', 'unknown', '2018-02-01', ['2018-02-03T18:00:00', 'seller-z']),
]
const world: World = { ...tiny, 'dwh.fct_leads': leads }
const ask = (sql: string, changes: Record<string, unknown> = {}, of = world) =>
  withFinance(of, (db) => db.all(sql), changes)

describe('lead_funnel', () => {
  it('counts leads of an origin and month, those won and those selling, and the days of their deals', async () => {
    expect(await ask('select * from lead_funnel')).toEqual([
      {
        origin: 'social',
        contact_month: day('2018-01-01'),
        leads: 2,
        won: 1,
        selling: 1,
        won_bps: 5_000,
        close_days: 20,
        average_close_days: 20,
      },
      {
        origin: 'unknown',
        contact_month: day('2018-02-01'),
        leads: 1,
        won: 1,
        selling: 0,
        won_bps: 10_000,
        close_days: 2,
        average_close_days: 2,
      },
    ])
  })
})

describe('won_seller_cohorts', () => {
  it('adds up what won sellers brought since the day of their deal', async () => {
    const [january, february] = await ask('select * from won_seller_cohorts')
    // 150.00 of items; commission 3 x 3.33 and freight 3 x 2.00 on delivery, a day of the plan 1.79.
    expect(january).toMatchObject({
      closing_month: day('2018-01-01'),
      won_sellers: 1,
      selling_sellers: 1,
      gmv_cents: 15_000,
      revenue_cents: 999 + 600 + 179,
      revenue_per_seller_cents: 1_778,
      winning_cost_cents: null,
      cac_cents: null,
    })
    expect(february).toMatchObject({ won_sellers: 1, selling_sellers: 0, revenue_cents: 0 })
  })

  it('leaves out what a seller sold before', async () => {
    const later = leads.map((row) =>
      row.lead_id === 'l1' ? { ...row, won_at: day('2018-01-31T00:00:00') } : row,
    )
    const [january] = await ask(
      'select * from won_seller_cohorts',
      {},
      {
        ...tiny,
        'dwh.fct_leads': later,
      },
    )
    expect(january).toMatchObject({ gmv_cents: 5_000, revenue_cents: 179 })
  })

  it('has a CAC where a fixed cost is declared to win sellers, by day', async () => {
    const fixed_costs = {
      sales: { month_cents: 28_000, wins_sellers: true },
      rent: { month_cents: 99_999 },
    }
    // Two of January's 31 days at 9.03, one of February's 28 at 10.00.
    const rows = await ask(
      'select won_sellers, winning_cost_cents, cac_cents from won_seller_cohorts',
      { finance: { fixed_costs } },
    )
    expect(rows).toEqual([
      { won_sellers: 1, winning_cost_cents: 1_806, cac_cents: 1_806 },
      { won_sellers: 1, winning_cost_cents: 1_000, cac_cents: 1_000 },
    ])
  })
})
