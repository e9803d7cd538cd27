import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/engine/index.js'
import { tiny } from './tiny.js'
import { withFinance } from './world.js'

/** Three days of January and February 2018: 30 and 31 January, 1 February. */
const declared = {
  finance: {
    commission_tax_bps: 1_000,
    freight_tax_bps: 500,
    fixed_costs: { rent: { month_cents: 3_130 }, staff: { month_cents: 2_800 } },
  },
}
const total = (db: Database) =>
  db.all(`select sum(fixed_cost_cents)::bigint as fixed, sum(commission_tax_cents)::bigint as tax,
    sum(freight_tax_cents)::bigint as freight_tax,
    sum(operating_result_cents - contribution_after_marketing_cents)::bigint as less
    from pnl_cohort_daily`)

describe('operating result', () => {
  it('is the contribution after marketing where nothing is declared', async () => {
    const [sums] = await withFinance(tiny, total)
    expect(sums).toEqual({ fixed: 0, tax: 0, freight_tax: 0, less: 0 })
  })

  it('takes fixed costs by day and tax on what each item earns', async () => {
    // Rent: 3,130 is 100 a day and a cent more on the first 30 of January; 111 and one of the first 22
    // of February. Staff: 90 a day and 10 left over; 100. Commission of three items 333 + 333 + 333
    // is taxed 33 each, freight 200 each 10.
    const [sums] = await withFinance(tiny, total, declared)
    const fixed = 101 + 100 + 112 + (90 + 90 + 100)
    expect(sums).toEqual({ fixed, tax: 99, freight_tax: 30, less: -fixed - 99 - 30 })
  })

  it('pays both from cash, and reconciles', async () => {
    const rows = await withFinance(
      tiny,
      (db) =>
        db.all<Record<string, number | string>>(
          `select line, recognised_cents, cash_cents, cohort_residual_cents, cash_residual_cents
           from reconciliation order by line_no`,
        ),
      declared,
    )
    expect(
      rows.every((row) => row.cohort_residual_cents === 0 && row.cash_residual_cents === 0),
    ).toBe(true)
    expect(rows.find(({ line }) => line === 'fixed_cost')).toMatchObject({
      recognised_cents: -593,
      cash_cents: -593,
    })
    expect(rows.at(-1)!.line).toBe('operating_result')
  })
})
