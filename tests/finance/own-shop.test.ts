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
