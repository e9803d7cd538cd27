import { describe, expect, it } from 'vitest'
import { SELLER } from './tiny.js'
import { day, type World, withFinance } from './world.js'

interface Subscription {
  month: Date
  plan: string
  movement: string
  billed_cents: number
  recognised_cents: number
  mrr_cents: number
  mrr_change_cents: number
}

/** One seller that sells so much, in cents, on the 10th of each of these months. */
function selling(sales: Readonly<Record<string, number>>, lastDay: string): World {
  const entries = Object.entries(sales)
  return {
    'dwh.fct_orders': [
      ...entries.map(([month]) => ({
        order_id: month,
        order_status: 'created',
        purchase_date: day(`${month}-10`),
      })),
      { order_id: 'last', order_status: 'created', purchase_date: day(lastDay) },
    ],
    'dwh.fct_order_items': entries.map(([month, price_cents]) => ({
      order_id: month,
      order_item_id: 1,
      seller_id: SELLER,
      purchase_date: day(`${month}-10`),
      price_cents,
    })),
    'dwh.dim_seller': [{ seller_id: SELLER }],
  }
}

const subscriptions = (world: World, changes: Record<string, unknown> = {}) =>
  withFinance(world, (db) => db.all<Subscription>('select * from fct_subscriptions'), changes)

const told = (rows: Subscription[]) =>
  rows.map((row) => `${row.month.toISOString().slice(0, 7)} ${row.movement} ${row.plan}`)

describe('fct_subscriptions', () => {
  it('starts the month after the first sale, churns after three silent months, comes back', async () => {
    const rows = await subscriptions(selling({ '2018-01': 1_000, '2018-06': 1_000 }, '2018-07-31'))
    expect(told(rows)).toEqual([
      '2018-02 new starter',
      '2018-03 retained starter',
      '2018-04 retained starter',
      '2018-05 churn none',
      '2018-07 reactivation starter',
    ])
  })

  it('takes no seller for churned that the data leaves too early', async () => {
    const rows = await subscriptions(selling({ '2018-01': 1_000 }, '2018-04-30'))
    expect(rows.map((row) => row.movement)).toEqual(['new', 'retained', 'retained'])
  })

  it('reads the plan from the mean of past months only', async () => {
    // R$ 6,000.01 is a mean just over R$ 2,000; R$ 30,000.00 is one of R$ 10,000, not over it.
    const sales = { '2018-01': 600_001, '2018-04': 3_000_000, '2018-05': 1 }
    const rows = await subscriptions(selling(sales, '2018-06-30'))
    expect(told(rows)).toEqual([
      '2018-02 new growth',
      '2018-03 retained growth',
      '2018-04 retained growth',
      '2018-05 retained growth',
      '2018-06 expansion scale',
    ])
  })

  it('moves MRR so that changes up to a month sum to its MRR', async () => {
    const sales = { '2018-01': 600_001, '2018-02': 3_000_000, '2018-06': 1, '2018-12': 5 }
    const rows = await subscriptions(selling(sales, '2019-02-28'))
    let mrr = 0
    for (const row of rows) {
      mrr += row.mrr_change_cents
      expect(row.mrr_cents).toBe(mrr)
    }
    expect(new Set(rows.map((row) => row.movement))).toEqual(
      new Set(['new', 'expansion', 'retained', 'churn', 'reactivation', 'contraction']),
    )
  })

  it('bills on the 1st and recognises by day up to the last day of the horizon', async () => {
    const rows = await subscriptions(selling({ '2018-01': 1_000 }, '2018-03-10'))
    expect(rows.map((row) => row.billed_cents)).toEqual([4_990, 4_990])
    // March: 4990 = 31 * 160 + 30, so ten days are 10 * 160 + 10 leftover cents.
    expect(rows.map((row) => row.recognised_cents)).toEqual([4_990, 1_610])
  })

  it('asks for a plan of everyone else', async () => {
    const world = selling({ '2018-01': 1_000 }, '2018-02-10')
    await expect(
      subscriptions(world, { 'finance.subscription_plans.starter.above_cents': 1 }),
    ).rejects.toThrow('got no plan with above_cents 0')
  })
})
