import { describe, expect, it } from 'vitest'
import { presetChanges } from '../../src/assumptions/presets.js'
import { tiny } from './tiny.js'
import { withFinance } from './world.js'

const ask = (sql: string) =>
  withFinance(tiny, (db) => db.all<Record<string, number | string>>(sql), presetChanges('own_shop'))

describe('a shop that sells its own goods', () => {
  it('earns the price on delivery, less what the goods cost', async () => {
    // Three items of 33.33, 33.33 and 33.34 arrive; 60% is 20.00 each. The cancelled order earns nothing.
    const [row] = await ask(
      `select sum(goods_revenue_cents)::bigint as revenue, sum(cost_of_goods_cents)::bigint as cost,
         sum(commission_cents)::bigint as commission, sum(gmv_cents)::bigint as gmv
       from fct_unit_economics`,
    )
    expect(row).toEqual({ revenue: 10_000, cost: 6_000, commission: 0, gmv: 15_000 })
  })

  it('reckons with what the files say that an item cost, and with the share where they do not', async () => {
    const items = tiny['dwh.fct_order_items']!.map((item) =>
      item.order_item_id === 1 ? { ...item, cost_cents: 1_234 } : item,
    )
    const told = { ...tiny, 'dwh.fct_order_items': items }
    const costs = (changes = {}) =>
      withFinance(
        told,
        (db) =>
          db.all(
            `select order_id, order_item_id as item, cost_of_goods_cents as cents
             from fct_unit_economics order by order_id, item`,
          ),
        changes,
      )
    expect(await costs(presetChanges('own_shop'))).toEqual([
      { order_id: 'canceled', item: 1, cents: 0 },
      { order_id: 'delivered', item: 1, cents: 1_234 },
      { order_id: 'delivered', item: 2, cents: 2_000 },
      { order_id: 'delivered', item: 3, cents: 2_000 },
    ])
    expect((await costs()).every(({ cents }) => cents === 0)).toBe(true)
  })

  it('bills no seller, and owes none once the goods are there', async () => {
    const [row] = await ask(
      `select (select sum(billed_cents) from fct_subscriptions)::bigint as billed,
         (select sum(payable_cents) from payable_aging where state = 'delivered')::bigint as owed`,
    )
    expect(row).toEqual({ billed: 0, owed: null })
  })

  it('reconciles', async () => {
    const rows = await ask('select cohort_residual_cents, cash_residual_cents from reconciliation')
    expect(rows.every((row) => row.cohort_residual_cents === 0)).toBe(true)
    expect(rows.every((row) => row.cash_residual_cents === 0)).toBe(true)
  })
})

it('takes an agent for one by default: no goods of its own', async () => {
  const [row] = await withFinance(tiny, (db) =>
    db.all('select sum(goods_revenue_cents + cost_of_goods_cents)::bigint as cents from pnl_daily'),
  )
  expect(row).toEqual({ cents: 0 })
})
