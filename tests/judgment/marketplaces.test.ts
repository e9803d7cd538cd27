import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJudgment } from '../../src/report/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench, readVerdict } from '../../src/workbench/index.js'

/** How many marketplaces: CAUSEWAY_MARKETPLACES=50 is the full proof, a few keep the suite quick. */
const RUNS = Number(process.env.CAUSEWAY_MARKETPLACES ?? 4)

const bps = (max: number) => fc.integer({ min: 0, max })
const event = fc.constantFrom('approval', 'hand_over', 'delivery', 'never')

const status = fc.record({
  commission: event,
  freight: event,
  payment_fee: event,
  carrier: event,
  operations: event,
  sla_penalty: event,
})

const finance = fc
  .record({
    carrier_cost_bps: bps(30_000),
    operations_item_cents: fc.integer({ min: 0, max: 999 }),
    operations_order_cents: fc.integer({ min: 0, max: 999 }),
    weekend_operations_bps: bps(30_000),
    sla_penalty_bps: bps(20_000),
    sla_grace_days: fc.integer({ min: 0, max: 10 }),
    refund_delay_days: fc.integer({ min: 0, max: 60 }),
    payout_delay_days: fc.integer({ min: 0, max: 60 }),
    subscription_trailing_months: fc.integer({ min: 1, max: 6 }),
    subscription_churn_months: fc.integer({ min: 1, max: 6 }),
    statuses: fc.record({ delivered: status, shipped: status, canceled: status }),
    payment_types: fc.record({
      credit_card: fc.record({ fee_bps: bps(2_000), fee_cents: bps(300) }),
      voucher: fc.record({ fee_bps: bps(2_000), fee_cents: bps(300) }),
    }),
    commission_tiers: fc.record({
      low: fc.record({ below: fc.integer({ min: 1, max: 40 }), commission_bps: bps(10_000) }),
      standard: fc.record({ below: fc.integer({ min: 41, max: 99 }), commission_bps: bps(10_000) }),
    }),
    subscription_plans: fc.record({
      growth: fc.record({ above_cents: fc.integer({ min: 1, max: 99_999 }) }),
    }),
  })
  .map((value) => ({ finance: value }))

const marketing = fc
  .record({
    plan: fc.constantFrom('percent_of_gmv', 'flat'),
    spend_factor_bps: bps(40_000),
    counts: fc.constantFrom('poisson', 'negative_binomial', 'rounded'),
    warmup_days: fc.constantFrom(0, 0, 20),
    kernel: fc.constantFrom('geometric', 'binomial', 'delayed', 'weibull_pdf', 'weibull_cdf'),
    choice: fc.constantFrom('expected', 'sampled'),
    consumption: fc.constantFrom('recency_weighted', 'fifo', 'lifo'),
    direct: bps(10_000),
    window: fc.integer({ min: 1, max: 30 }),
    clicks: fc.integer({ min: 1, max: 20 }),
  })
  .map((m) => ({
    market: {
      plan: m.plan,
      spend_factor_bps: m.spend_factor_bps,
      counts: m.counts,
      warmup_days: m.warmup_days,
      channels: { facebook_ads: { kernel: m.kernel }, google_search: { kernel: m.kernel } },
    },
    attribution: {
      choice_policy: m.choice,
      consumption_policy: m.consumption,
      direct_demand_bps: m.direct,
      channels: { facebook_ads: { window_days: m.window, clicks_per_order: m.clicks } },
    },
  }))

const marketplace = fc.record({
  orders: fc.integer({ min: 1, max: 250 }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  months: fc.integer({ min: 0, max: 5 }),
  finance,
  marketing,
})

/** Runs one marketplace and returns what broke, with the residual of the law of the system. */
async function judged(of: typeof marketplace extends fc.Arbitrary<infer T> ? T : never) {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-marketplace-'))
  const data = join(dir, 'data')
  const lastDay = `2018-0${3 + of.months}-17`
  await generateMarketplace({
    dir: data,
    orders: of.orders,
    seed: of.seed,
    firstDay: '2018-01-20',
    lastDay,
  })
  const workbench = openWorkbench({
    data,
    workbench: join(dir, 'workbench'),
    changes: { ...of.finance, ...of.marketing },
    seed: of.seed,
    threads: 2,
  })
  try {
    await workbench.run()
    const { laws } = await readJudgment(workbench)
    const { law_residual_cents } = await readVerdict(workbench)
    const broken = laws.filter(({ impact, violations }) => impact !== 'reality' && violations > 0)
    return { broken, law_residual_cents }
  } finally {
    await workbench.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

describe('marketplaces that do not exist, under assumptions nobody would make', () => {
  it(`keep every law, residual 0 cents (${RUNS} of them)`, { timeout: RUNS * 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(marketplace, async (one) => {
        expect(await judged(one)).toEqual({ broken: [], law_residual_cents: 0 })
      }),
      { numRuns: RUNS, seed: 20_180_131, endOnFailure: true },
    )
  })
})
