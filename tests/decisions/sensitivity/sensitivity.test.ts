import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AssumptionChanges, UncheckedChanges } from '../../../src/assumptions/index.js'
import type { SensitivityRow } from '../../../src/decisions/index.js'
import { replayMarketing } from '../../../src/decisions/sensitivity/replay.js'
import { leadingAssumptions } from '../../../src/report/sensitivity/index.js'
import { openWorkbench, readVerdict, type Workbench } from '../../../src/workbench/index.js'
import { putWholeRun } from '../../made/whole-run.js'

let dir: string
let workbench: Workbench
let rows: readonly SensitivityRow[]

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway sensitivity '))
  await putWholeRun('sample', dir)
  workbench = openWorkbench({ data: resolve('data', 'sample'), workbench: dir })
  await workbench.run({ through: 'finance' })
  rows = await workbench.sensitivity()
})
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true, force: true })
})

const rowOf = (question: string, assumption: string, channel = '') =>
  rows.find(
    (row) => row.question === question && row.assumption === assumption && row.channel === channel,
  )!

describe('the range of the verdict', () => {
  it('is the same on any number of threads', async () => {
    const compiled = new URL('../../../dist/index.js', import.meta.url).href
    const built = (await import(compiled)) as { openWorkbench: typeof openWorkbench }
    const here = await workbench.verdictRanges(130)
    for (const threads of [1, 2]) {
      const there = built.openWorkbench({ workbench: dir, threads })
      expect(await there.verdictRanges(130)).toEqual(here)
      await there.close()
    }
  })
})

describe('the replay of stages 3 and 4', () => {
  it('comes to the cents that they published', async () => {
    const replay = await replayMarketing(workbench, workbench.assumptions)
    const verdict = await readVerdict(workbench)
    expect([
      replay.spendCents,
      replay.acquisitionCents,
      replay.wasteCents,
      replay.liveCents,
      replay.inFlightCents,
    ]).toEqual([
      verdict.spend_cents,
      verdict.acquisition_cost_cents,
      verdict.waste_cents,
      verdict.live_cents,
      verdict.in_flight_cents,
    ])
    const [attributed] = await workbench.rows<{ orders: number }>(
      'select sum(attributed_orders)::integer as orders from attribution.demand_daily',
    )
    expect(replay.attributedOrders).toBe(attributed!.orders)
  })

  it('is another world under another number', async () => {
    const other = await replayMarketing(workbench, workbench.assumptions, 1)
    const own = await replayMarketing(workbench, workbench.assumptions)
    expect(other.paidClicks).not.toBe(own.paidClicks)
    expect(other.spendCents).toBe(own.spendCents)
  })
})

describe('the tornado', () => {
  it('says of both ends what a run under them says', async () => {
    for (const [id, tolerance] of [
      ['market.channels.google_search.gmv_share_bps', 0],
      ['attribution.channels.email_marketing.window_days', 0],
      ['finance.carrier_cost_bps', 2_000],
      ['finance.sla_penalty_bps', 500],
      ['finance.operations_item_cents', 0],
      ['finance.commission_tiers.standard.commission_bps', 2_000],
      ['finance.payment_types.credit_card.fee_bps', 3_000],
      ['finance.payment_types.boleto.fee_cents', 3_000],
      ['finance.subscription_plans.growth.price_cents', 200],
    ] as const) {
      const { low, answerAtLow } = rowOf('net_profit', id)
      const scenario = workbench.assume({ [id]: low } as UncheckedChanges as AssumptionChanges)
      await scenario.run({ through: 'finance' })
      const { contribution_after_marketing_cents: cents } = await readVerdict(scenario)
      await scenario.close()
      expect(Math.abs(answerAtLow - cents), id).toBeLessThanOrEqual(tolerance)
    }
  }, 120_000)

  it('ranks by swing within each answer, and leaves out what moves nothing', () => {
    const profit = rows.filter(({ question }) => question === 'net_profit')
    expect(profit.map(({ rank }) => rank)).toEqual(profit.map((_, i) => i + 1))
    expect(
      profit.every(({ swing }, i) => swing > 0 && swing <= (profit[i - 1]?.swing ?? swing)),
    ).toBe(true)
    expect(rowOf('cost_per_click', 'finance.carrier_cost_bps')).toBeUndefined()
    expect(rowOf('cost_per_click', 'attribution.direct_demand_bps')).toBeUndefined()
  })

  it('agrees on what stands: the verdict, the plan, the profit by cause', async () => {
    const fit = await workbench.fit({ acceptAssumed: true })
    const verdict = await readVerdict(workbench)
    const id = 'finance.carrier_cost_bps'
    expect(rowOf('net_profit', id).answerAtValue).toBe(verdict.contribution_after_marketing_cents)
    expect(rowOf('best_plan', id).answerAtValue).toBe(fit.optimum().effect.profitCents.mean)
    for (const { channel, profitCents } of fit.values()) {
      expect(rowOf('pays', id, channel).answerAtValue).toBe(profitCents.mean)
    }
  })

  it('names the value at which a channel begins to pay, and it does', async () => {
    const own = rowOf('pays', 'decisions.incrementality.email_marketing', 'email_marketing')
    expect(own.flip).toBeGreaterThan(own.low)
    expect(own.flip).toBeLessThan(own.value)
    const share = (own.flip! - own.low) / (own.high - own.low)
    const straight = -own.answerAtLow / (own.answerAtHigh - own.answerAtLow)
    expect(share).toBeCloseTo(straight, 2)
  })

  it('gives the same rows twice', async () => {
    expect(await workbench.sensitivity({ of: ['waste'] })).toEqual(
      rows.filter(({ question }) => question === 'waste'),
    )
  })

  it('takes another range in place of the declared one', async () => {
    const id = 'finance.carrier_cost_bps'
    const [row] = await workbench.sensitivity({
      of: ['net_profit'],
      only: [id],
      ranges: { [id]: [0, 50_000] },
    })
    expect(row).toMatchObject({ assumption: id, low: 0, high: 50_000 })
    expect(row!.flip).toBeGreaterThan(11_000)
  })

  it('refuses an answer, an assumption or a range that is none', async () => {
    const ask = (options: object) => workbench.sensitivity(options)
    await expect(ask({ of: ['loss'] })).rejects.toThrow("got 'loss', allowed cost_per_click")
    await expect(ask({ ranges: { 'market.plan': [0, 1] } })).rejects.toThrow(
      'allowed assumptions that are numbers',
    )
    for (const [id, why] of [
      ['finance.sla_grace_days', 'takes a run of its own'],
      ['finance.refund_cost_cents', 'it is 0'],
      ['finance.freight_tax_bps', 'below contribution after marketing'],
      ['decisions.repeat_value_cents', 'takes a run of its own'],
      ['dwh.gift_run_up_days', 'takes a run of its own'],
    ] as const) {
      await expect(ask({ ranges: { [id]: [0, 10] } }), id).rejects.toThrow(why)
    }
    await expect(ask({ ranges: { 'market.efficiency_factor': [2, 1] } })).rejects.toThrow(
      'low < high',
    )
  })
})

it('writes the five that move an answer most', async () => {
  const five = await leadingAssumptions(workbench, 'net_profit')
  expect(five).toHaveLength(5)
  expect(five[1]).toMatchObject({
    assumption: 'finance.carrier_cost_bps',
    value: '110.00%',
    basis: 'default',
    low: '90.00%',
    high: '130.00%',
    flip: 'never',
  })
  const waste = await leadingAssumptions(workbench, 'waste', { count: 1 })
  expect(waste[0]!.answer_at_high).toMatch(/%$/)
})

it('writes the same from the decisions, where they are made', async () => {
  const asked = (at: Workbench) =>
    Promise.all(
      (['cost_per_click', 'waste', 'net_profit'] as const).map((of) => leadingAssumptions(at, of)),
    )
  const varied = await asked(workbench)
  await workbench.run({ through: 'decisions' })
  const ask = vi.spyOn(workbench, 'sensitivity')
  expect(await asked(workbench)).toEqual(varied)
  expect(ask).not.toHaveBeenCalled()
}, 240_000)
