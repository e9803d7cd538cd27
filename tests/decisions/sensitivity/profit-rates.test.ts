import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AssumptionChanges,
  patternOf,
  type UncheckedChanges,
  variedIds,
  whyUnvaried,
} from '../../../src/assumptions/index.js'
import { definitions } from '../../../src/assumptions/registry.js'
import { readDecisions } from '../../../src/decisions/read-run.js'
import { rateChanges, readRateEffects } from '../../../src/decisions/sensitivity/profit-rates.js'
import { sum } from '../../../src/numbers.js'
import { generateMarketplace } from '../../../src/synthetic/index.js'
import { openWorkbench, readVerdict, type Workbench } from '../../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway rates '))
let workbench: Workbench

/** Every rate of finance brings or costs something here. */
const everyRate = {
  'finance.goods_role': 'principal',
  'finance.commission_tiers.low.commission_bps': 0,
  'finance.commission_tiers.standard.commission_bps': 0,
  'finance.commission_tiers.high.commission_bps': 0,
  'finance.instalments': 'anticipated',
  'finance.kept_fee_bps': 6_000,
  'finance.refund_cost_cents': 430,
  'finance.operations_order_cents': 70,
  'finance.payment_types.credit_card.fee_cents': 35,
  'finance.payment_types.credit_card.chargeback_bps': 90,
  'finance.payment_types.boleto.fee_bps': 50,
} as const

beforeAll(async () => {
  await generateMarketplace({ dir: join(dir, 'data'), orders: 600, seed: 4 })
  workbench = openWorkbench({
    data: join(dir, 'data'),
    workbench: join(dir, 'workbench'),
    changes: everyRate,
  })
  await workbench.run({ through: 'finance' })
})
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true, force: true })
})

const isFinance = (id: string) => id.startsWith('finance.')

describe('the rates of finance', () => {
  it('are each varied, or said not to be', () => {
    const rates = definitions
      .filter(({ id, unit }) => isFinance(id) && (unit === 'bps' || unit === 'cents'))
      .map(({ id }) => id)
    const told = [...variedIds.filter(isFinance), ...Object.keys(whyUnvaried)]
    expect(told.sort()).toEqual(rates.sort())
  })

  it('have an effect each where they have a range', async () => {
    const effects = await readRateEffects(workbench, workbench.assumptions)
    const found = new Set(effects.map(({ id }) => patternOf(id)))
    const principal = ['finance.commission_tiers.*.commission_bps']
    const missing = variedIds.filter((id) => isFinance(id) && !found.has(id))
    expect(missing.filter((id) => !principal.includes(id))).toEqual([])
  })

  it.each([
    ['finance.anticipation_bps', 100],
    ['finance.refund_cost_cents', 860],
    ['finance.operations_order_cents', 140],
    ['finance.payment_types.credit_card.chargeback_bps', 180],
    ['finance.payment_types.credit_card.fee_bps', 120],
    ['finance.payment_types.credit_card.fee_cents', 70],
    ['finance.payment_types.boleto.fee_cents', 400],
  ])('say of %s what a run says, but for rounding', async (id, value) => {
    const effects = await readRateEffects(workbench, workbench.assumptions)
    const scenario = workbench.assume({ [id]: value } as UncheckedChanges as AssumptionChanges)
    await scenario.run({ through: 'finance' })
    const changes = rateChanges(effects, workbench.assumptions, scenario.assumptions)
    const added = sum(changes.map(({ cents }) => cents))
    const { contribution_after_marketing_cents: cents } = await readVerdict(scenario)
    const { contribution_after_marketing_cents: own } = await readVerdict(workbench)
    await scenario.close()
    expect(Math.abs(added)).toBeGreaterThan(0)
    expect(Math.abs(own + added - cents)).toBeLessThanOrEqual(60)
  })
})

it('counts all that orders without items cost in what an order is worth', async () => {
  const { monthly } = await readDecisions(workbench)
  const [told] = await workbench.rows<{ cents: number }>(
    `select sum(cents)::bigint as cents from (
       select contribution_2_cents as cents from finance.fct_unit_economics
       union all
       select contribution_2_cents from finance.fct_orders_without_items
     ) as parts`,
  )
  expect(sum(monthly.contributionCents)).toBe(told!.cents)
})
