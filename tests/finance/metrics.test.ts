import { describe, expect, it } from 'vitest'
import { tiny } from './tiny.js'
import { day, type Rows, type World, withFinance } from './world.js'

type Row = Record<string, number | string | Date | null>
const ask = (sql: string, world: World = tiny) => withFinance(world, (db) => db.all<Row>(sql))

/** The same three orders, the books closed on a later day. */
const until = (last: string): World => ({
  ...tiny,
  'market.fct_marketing_daily': [
    ...tiny['market.fct_marketing_daily']!,
    { channel: 'email_marketing', date: day(last), spend_cents: 0, clicks: 0 },
  ],
})

describe('cost of customers', () => {
  it('is spend by new customers, the clicks consumed, and those with the waste', async () => {
    // 150 spent for two new customers, whose clicks cost 15 each; waste 15 + 15 + 70.
    const [row] = await ask(
      `select paid_cac_cents, consumed_cac_cents, loaded_cac_cents from channel_verdict
       where channel = 'email_marketing'`,
    )
    expect(row).toEqual({ paid_cac_cents: 75, consumed_cac_cents: 15, loaded_cac_cents: 65 })
  })
})

describe('key_metrics', () => {
  it('divides what the horizon came to', async () => {
    const [row] = await ask(`select * from key_metrics where period = 'horizon'`)
    // GMV 100.00 + 50.00 by three orders; commission 9.99 (3 x 3.33) and freight 6.00.
    expect(row).toMatchObject({ orders: 3, gmv_cents: 15_000, aov_cents: 5_000 })
    expect(row).toMatchObject({ new_customers: 2, paid_new_customers: 2, blended_cac_cents: 75 })
    expect(row!.take_rate_bps).toBe(Math.round((Number(row!.revenue_cents) * 10_000) / 15_000))
  })

  it('counts who came back, within the period', async () => {
    // Ana's first order is delivered, her second has no items; Bia ordered once. In the month of
    // January neither came back.
    const rows = await ask('select period, start_date, repeat_rate_bps from key_metrics')
    const rate = (period: string, start: string) =>
      rows.find(
        (row) => row.period === period && (row.start_date as Date).toISOString().startsWith(start),
      )!.repeat_rate_bps
    expect(rate('horizon', '2018-01')).toBe(5_000)
    expect(rate('month', '2018-01')).toBe(0)
    expect(rate('month', '2018-02')).toBeNull()
  })
})

describe('retention', () => {
  it('follows a cohort month by month', async () => {
    const rows = await ask('select months_since, customers, active_customers from retention')
    expect(rows).toEqual([
      { months_since: 0, customers: 2, active_customers: 2 },
      { months_since: 1, customers: 2, active_customers: 1 },
    ])
  })
})

describe('lifetime_value', () => {
  it('counts complete cohorts only', async () => {
    const [row] = await ask(`select * from lifetime_value where channel = 'all'`)
    expect(row).toMatchObject({
      new_customers: 2,
      complete_customers: 0,
      complete_bps: 0,
      ltv_12m_cents: null,
      ltv_to_cac_bps: null,
      payback_months: null,
    })
  })
})

describe('subscription_metrics', () => {
  it('tells who came, who left and what lasted', async () => {
    const rows = await ask('select * from subscription_metrics order by month', until('2018-06-10'))
    // One sale in January: subscribes from February, silent three months, churned in May.
    expect(rows.map((row) => row.closing_subscribers)).toEqual([0, 1, 1, 1, 0, 0])
    expect(rows[1]).toMatchObject({
      gained_subscribers: 1,
      logo_churn_bps: null,
      nrr_bps: null,
      quick_ratio_bps: null,
    })
    expect(rows[2]).toMatchObject({ logo_churn_bps: 0, nrr_bps: 10_000, grr_bps: 10_000 })
    expect(rows[4]).toMatchObject({
      opening_subscribers: 1,
      churned_subscribers: 1,
      logo_churn_bps: 10_000,
      revenue_churn_bps: 10_000,
      nrr_bps: 0,
      quick_ratio_bps: 0,
      arpa_cents: null,
    })
  })
})

describe('a free plan', () => {
  it('is no subscription: who goes back to it is lost', async () => {
    const changes = {
      'finance.subscription_trailing_months': 1,
      'finance.subscription_plans.starter.price_cents': 0,
      'finance.subscription_plans.growth.above_cents': 4_000,
    }
    const rows = await withFinance(
      until('2018-06-10'),
      (db) => db.all<Row>('select * from subscription_metrics order by month'),
      changes,
    )
    // What was sold in January pays for the larger plan in February alone.
    expect(rows.map((row) => row.closing_subscribers)).toEqual([0, 1, 0, 0, 0, 0])
    expect(rows[2]).toMatchObject({
      opening_subscribers: 1,
      gained_subscribers: 0,
      churned_subscribers: 1,
      logo_churn_bps: 10_000,
    })
    expect(rows[4]).toMatchObject({ opening_subscribers: 0, churned_subscribers: 0 })
  })
})

describe.each(['2018-02-01', '2018-02-20', '2018-06-10'])('books that close on %s', (last) => {
  it('age what is held for sellers, all of it', async () => {
    const [sums] = await ask(
      `select (select coalesce(sum(payable_cents), 0) from payable_aging)::bigint as aged,
         (select coalesce(-sum(amount_cents), 0) from journal_lines
          where account = 'seller_payable')::bigint as held`,
      until(last),
    )
    expect(sums!.aged).toBe(sums!.held)
    expect(sums!.held).toBeGreaterThan(0)
  })

  it('balance with equity, and explain cash by its flows', async () => {
    const world = until(last)
    const sheet = await ask(
      'select month, sum(closing_cents)::bigint as cents from balance_sheet group by month',
      world,
    )
    expect(sheet.every(({ cents }) => cents === 0)).toBe(true)
    const flows = await ask(
      `select month, sum(case when flow = 'closing' then -amount_cents else amount_cents end)::bigint
         as residual, max(case when flow = 'closing' then amount_cents end) as closing
       from cash_flow group by month order by month`,
      world,
    )
    expect(flows.every(({ residual }) => residual === 0)).toBe(true)
    const [cash] = await ask(
      `select sum(amount_cents)::bigint as cents from journal_lines where account = 'cash'`,
      world,
    )
    expect(flows.at(-1)!.closing).toBe(cash!.cents)
  })
})

it('an order that is lost on its way ages with what the carrier cost', async () => {
  const orders: Rows = tiny['dwh.fct_orders']!.map((row) =>
    row.order_id === 'delivered' ? { ...row, order_status: 'shipped', delivered_at: null } : row,
  )
  const rows = await ask(`select * from payable_aging where state = 'on its way'`, {
    ...until('2018-05-20'),
    'dwh.fct_orders': orders,
  })
  // 106.00 paid on 30 January, 110 days ago; the carrier took 110% of three times 2.00.
  expect(rows).toEqual([
    {
      state: 'on its way',
      from_days: 91,
      orders: 1,
      payable_cents: 10_600,
      provided_cents: 0,
      lost_carrier_cents: 660,
    },
  ])
})
