import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { refuseFanOut } from '../../src/finance/fan-out.js'
import { tiny } from './tiny.js'
import { day, withFinance } from './world.js'

const items = (changes: Record<string, unknown> = {}, world = tiny) =>
  withFinance(
    world,
    (db) => db.all<Record<string, number | string>>('select * from fct_unit_economics'),
    changes,
  )

describe('dim_seller_tier', () => {
  it('takes the first 8 hex digits of md5 modulo 100, whatever the id', async () => {
    const ids = Array.from({ length: 300 }, (_, i) => `seller ${i}`)
    const world = { ...tiny, 'dwh.dim_seller': ids.map((seller_id) => ({ seller_id })) }
    const rows = await withFinance(world, (db) =>
      db.all<{ seller_id: string; commission_bps: number }>('select * from dim_seller_tier'),
    )
    for (const { seller_id, commission_bps } of rows) {
      const hash = createHash('md5').update(seller_id).digest('hex')
      const bucket = Number.parseInt(hash.slice(0, 8), 16) % 100
      expect(commission_bps).toBe(bucket < 20 ? 1_000 : bucket < 80 ? 1_500 : 2_000)
    }
    expect(rows).toHaveLength(300)
  })

  it('refuses cuts that leave sellers without a tier', async () => {
    await expect(items({ 'finance.commission_tiers.high.below': 90 })).rejects.toThrow(
      'Sellers with numbers from 90 to 99 have no tier',
    )
  })
})

describe('fct_unit_economics', () => {
  it('earns on delivery and costs from the hand-over', async () => {
    const [canceled, ...delivered] = await items()
    expect(delivered.map((row) => row.commission_cents)).toEqual([333, 333, 333])
    expect(delivered.map((row) => row.carrier_cost_cents)).toEqual([220, 220, 220])
    expect(delivered.map((row) => row.contribution_1_cents)).toEqual([253, 253, 253])
    expect(delivered.map((row) => row.contribution_2_cents)).toEqual([83, 83, 83])
    expect(delivered.map((row) => row.contribution_3_cents)).toEqual([78, 78, 78])
    expect(canceled).toMatchObject({
      gmv_cents: 5_000,
      commission_cents: 0,
      payment_fee_cents: 0,
      freight_billed_cents: 0,
      carrier_cost_cents: 550,
      operations_cost_cents: 150,
      acquisition_cost_cents: 15,
      contribution_3_cents: -715,
    })
  })

  it('hands leftover cents to the largest remainders, then to the lower item', async () => {
    const attribution = tiny['attribution.fct_order_attribution']!.map((row) => ({
      ...row,
      acquisition_cost_cents: 101,
    }))
    const rows = await items({}, { ...tiny, 'attribution.fct_order_attribution': attribution })
    // 101 over 3333, 3333, 3334: floors 33, 33, 33; remainders 6633, 6633, 6734.
    expect(rows.map((row) => row.acquisition_cost_cents)).toEqual([101, 34, 33, 34])
  })

  it('splits equally over items that cost nothing', async () => {
    const free = tiny['dwh.fct_order_items']!.map((row) => ({ ...row, price_cents: 0 }))
    const rows = await items({}, { ...tiny, 'dwh.fct_order_items': free })
    expect(rows.slice(1).map((row) => row.acquisition_cost_cents)).toEqual([5, 5, 5])
  })

  it('gives half the freight back only when delivery is more than two days late', async () => {
    const orders = (delivered: string) =>
      tiny['dwh.fct_orders']!.map((row) => ({ ...row, delivered_at: day(delivered) }))
    const onTime = await items({}, { ...tiny, 'dwh.fct_orders': orders('2018-02-03T23:59:00') })
    const late = await items({}, { ...tiny, 'dwh.fct_orders': orders('2018-02-04T00:00:00') })
    expect(onTime.map((row) => row.sla_penalty_cents)).toEqual([0, 0, 0, 0])
    expect(late.map((row) => row.sla_penalty_cents)).toEqual([0, 100, 100, 100])
  })

  it('takes what a status earns from the declared matrix', async () => {
    const [canceled] = await items({
      'finance.statuses.canceled.commission': 'approval',
      'finance.statuses.canceled.carrier': 'never',
    })
    expect(canceled).toMatchObject({ commission_cents: 500, carrier_cost_cents: 0 })
  })

  it('splits an order base of operations and prices weekends', async () => {
    const dates = tiny['dwh.dim_date']!.map((row) => ({ ...row, is_weekend: true }))
    const rows = await items(
      {
        'finance.operations_order_cents': 100,
        'finance.operations_item_cents': 51,
        'finance.weekend_operations_bps': 15_000,
      },
      { ...tiny, 'dwh.dim_date': dates },
    )
    // Base 150 over three near-equal prices is 50 each; an item is 76.5, away from zero 77.
    expect(rows.map((row) => row.operations_cost_cents)).toEqual([227, 127, 127, 127])
  })

  it('refuses a status or a payment type that nothing is declared for', async () => {
    const orders = tiny['dwh.fct_orders']!.map((row) => ({ ...row, order_status: 'lost' }))
    await expect(items({}, { ...tiny, 'dwh.fct_orders': orders })).rejects.toThrow(
      "dwh.fct_orders.order_status: got 'lost', allowed the members of finance.statuses.",
    )
    await expect(items({ 'finance.payment_types.boleto': null })).rejects.toThrow("got 'boleto'")
  })
})

describe('refuseFanOut', () => {
  it('refuses items joined to items on order_id alone', async () => {
    const doubled = withFinance(tiny, async (db) => {
      await db.exec(`create table doubled as
        select u.* from fct_unit_economics as u
        inner join fct_unit_economics as v on v.order_id = u.order_id;
        drop table fct_unit_economics;
        alter table doubled rename to fct_unit_economics`)
      await refuseFanOut(db)
    })
    await expect(doubled).rejects.toThrow(
      'fct_unit_economics: got 10 rows for 4 items, needed one for each of the 4 items',
    )
  })
})

describe('fct_orders_without_items', () => {
  it('keeps what belongs to an order without items', async () => {
    const rows = await withFinance(tiny, (db) => db.all('select * from fct_orders_without_items'))
    expect(rows).toMatchObject([
      { order_id: 'empty', channel: 'direct', payment_fee_cents: 200, acquisition_cost_cents: 0 },
    ])
  })
})
