import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench, readVerdict, type Verdict } from '../../src/workbench/index.js'
import { Copy, readSteps } from '../docs/how-to.js'

interface RunAnswer {
  readonly verdict: { readonly contribution_after_marketing_cents: number }
  readonly judgment: { readonly critical: number }
}

const steps = readSteps('docs/how-to/add-a-cost-line.md')
const copy = new Copy(steps)
const published = openWorkbench({ workbench: copy.workbench })
let withLine: RunAnswer
let without: Verdict

beforeAll(async () => {
  withLine = copy.run()
  const workbench = openWorkbench({ workbench: join(copy.dir, 'without') })
  await workbench.run({ through: 'finance' })
  without = await readVerdict(workbench)
  await workbench.close()
}, 180_000)
afterAll(async () => {
  await published.close()
  rmSync(copy.dir, { recursive: true })
})

/** The one figure that a query of the copy's tables gives. */
const cents = async (sql: string) => (await published.rows<{ cents: number }>(sql))[0]!.cents
const sum = (table: string, where = 'true') =>
  cents(`select sum(packaging_cents) as cents from finance.${table} where ${where}`)

describe('a cost line added by the how-to', () => {
  it('touches three source files', () => {
    expect(new Set(steps.map(({ file }) => file)).size).toBe(3)
  })

  it('costs R$ 0.80 for each item handed over, and nothing else', async () => {
    const handedOver = await cents(
      `select 80 * count(*) as cents
       from dwh.fct_order_items as i
       inner join finance.fct_order_events as e on e.order_id = i.order_id
       where e.hand_over_date is not null
         and e.order_status in ('delivered', 'shipped', 'canceled', 'unavailable')`,
    )
    expect(handedOver).toBeGreaterThan(0)
    expect(await sum('fct_unit_economics')).toBe(handedOver)
    expect(await sum('fct_unit_economics', 'packaging_cents not in (0, 80)')).toBeNull()
  })

  it('stands in every table that adds up profit', async () => {
    const total = await sum('fct_unit_economics')
    expect(await sum('pnl_cohort_daily')).toBe(total)
    expect(await sum('pnl_periods', "basis = 'cohort' and period = 'year'")).toBe(total)
    expect(await sum('pnl_slices', "dimension = 'tier'")).toBe(total)
    const booked = await cents(
      "select sum(amount_cents) as cents from finance.journal_lines where account = 'packaging'",
    )
    expect(await sum('pnl_daily')).toBe(booked)
    expect(
      await cents(
        `select -cohort_cents + unrecognised_cents as cents
         from finance.reconciliation where line = 'packaging'`,
      ),
    ).toBe(booked)
  })

  it('takes just that from profit, and every law holds', async () => {
    expect(withLine.verdict.contribution_after_marketing_cents).toBe(
      without.contribution_after_marketing_cents - (await sum('fct_unit_economics')),
    )
    expect(withLine.judgment.critical).toBe(0)
  })
})
