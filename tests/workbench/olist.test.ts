import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench, readVerdict, type Workbench } from '../../src/workbench/index.js'
import { putWholeRun } from '../made/whole-run.js'
import { hasOlist, needsOlist, olistDir } from '../olist.js'

describe.skipIf(!hasOlist)(`all stages ${needsOlist}`, () => {
  let dir: string
  let workbench: Workbench
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'causeway-'))
    await putWholeRun('olist', dir)
    workbench = openWorkbench({ data: olistDir, workbench: dir })
    await workbench.run()
  }, 300_000)
  afterAll(async () => {
    await workbench.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('keeps every row from raw to finance', async () => {
    expect(
      await workbench.rows(`
        select
          (select count(*) from raw.orders) as raw_orders,
          (select count(*) from dwh.fct_orders) as orders,
          (select count(*) from attribution.fct_order_attribution) as attributed,
          (select count(*) from raw.order_items) as raw_items,
          (select count(*) from dwh.fct_order_items) as items,
          (select count(*) from finance.fct_unit_economics) as items_in_finance,
          (select count(*) from finance.fct_orders_without_items) as bare_orders,
          (select count(*) from dwh.fct_payments) as payments,
          (select count(*) from dwh.fct_reviews) as reviews`),
    ).toEqual([
      {
        raw_orders: 99_441,
        orders: 99_441,
        attributed: 99_441,
        raw_items: 112_650,
        items: 112_650,
        items_in_finance: 112_650,
        bare_orders: 775,
        payments: 103_886,
        reviews: 99_224,
      },
    ])
  })

  it('keeps every cent of price, freight and payments', async () => {
    const items = 'sum(price_cents) as price_cents, sum(freight_cents) as freight_cents'
    expect(await workbench.rows(`select ${items} from dwh.fct_order_items`)).toEqual([
      { price_cents: 1_359_164_370, freight_cents: 225_190_954 },
    ])
    const [gmv] = await workbench.rows(
      'select sum(gmv_cents) as cents from finance.fct_unit_economics',
    )
    expect(gmv).toEqual({ cents: 1_359_164_370 })
    const [paid] = await workbench.rows('select sum(payment_cents) as cents from dwh.fct_payments')
    expect(paid).toEqual({ cents: 1_600_887_212 })
  })

  it('accounts for every cent of the marketing spend', async () => {
    const verdict = await readVerdict(workbench)
    expect(
      verdict.acquisition_cost_cents +
        verdict.decayed_cents +
        verdict.expired_cents +
        verdict.no_response_cents +
        verdict.live_cents +
        verdict.in_flight_cents,
    ).toBe(verdict.spend_cents)
    expect(verdict.law_residual_cents).toBe(0)
  })

  it('shows a believable market: every channel serves, some orders find no supply, some clicks no order', async () => {
    const shares = await workbench.rows<{ channel: string; share_bps: number }>(`
      select channel, count(*) * 10000 // (select count(*) from dwh.fct_orders) as share_bps
      from attribution.fct_order_attribution group by channel order by channel`)
    expect(shares.map(({ channel }) => channel)).toHaveLength(6)
    for (const { share_bps } of shares) expect(share_bps).toBeGreaterThan(100)
    const [days] = await workbench.rows(`
      select count(*) filter (unserved_orders > 0) > 0 as scarcity,
        count(*) filter (capacity_orders > orders) > 0 as excess from attribution.demand_daily`)
    expect(days).toEqual({ scarcity: true, excess: true })
  })

  it('is consistent', async () => {
    const critical = "select law_id from judgment.laws where severity = 'critical'"
    expect(await workbench.rows(critical)).toEqual([])
  })
})
