import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laws, runLaws } from '../../src/judgment/index.js'
import { type MarketplaceUnder, marketplaces } from '../mutants/marketplaces.js'
import { Pipeline } from '../mutants/pipeline.js'
import { type RunInMemory, runInMemory } from './in-memory.js'

const FINANCE = 'src/finance/models/'

/** Faults of a word or two in the pipeline: the model, what stands there, what stands there instead. */
const pipelineFaults: readonly (readonly [what: string, file: string, from: string, to: string])[] =
  [
    [
      'commission is never earned',
      'staging/item_amounts',
      'share_of(i.price_cents',
      'share_of(0 * i.price_cents',
    ],
    [
      'carrier cost never arises',
      'staging/item_amounts',
      'share_of(i.freight_cents, p.carrier',
      'share_of(0, p.carrier',
    ],
    ['operations cost nothing', 'staging/item_amounts', 'i.items * (', '0 * ('],
    [
      'the penalty is halved',
      'staging/item_amounts',
      'i.freight_cents, p.sla_penalty_bps',
      'i.freight_cents // 2, p.sla_penalty_bps',
    ],
    [
      'no order is late',
      'fct_order_events',
      '> p.sla_grace_days',
      '> 1000 * (1 + p.sla_grace_days)',
    ],
    ['a day of grace more', 'fct_order_events', '> p.sla_grace_days', '> 1 + p.sla_grace_days'],
    [
      'every seller is on the cheapest plan',
      'fct_subscriptions',
      's.above_cents desc',
      's.above_cents',
    ],
    [
      'payouts are never booked',
      'staging/order_postings',
      'where e.delivery_date is not null and',
      'where false and',
    ],
    ['payouts come at once', 'staging/order_postings', 'cast(p.payout_delay_days as integer)', '0'],
    [
      'refunds are never booked',
      'staging/order_postings',
      'approval_date is not null and end_date is not null',
      'false',
    ],
    [
      'losing and winning swapped',
      'loss_shares',
      'contribution_3_cents < 0 then 1',
      'contribution_3_cents > 0 then 1',
    ],
    [
      'waste without expired clicks',
      'waste_statement',
      'e.decayed_cents + e.expired_cents',
      'e.decayed_cents',
    ],
    [
      'a channel covers its cost when it does not',
      'channel_verdict',
      '>= 0 as covers',
      '< 0 as covers',
    ],
    [
      'CAC counts orders',
      'channel_economics',
      'ratio_or_null(new_acquisition_cents, new_customers)',
      'ratio_or_null(new_acquisition_cents, orders)',
    ],
    [
      'cohorts begin a month late',
      'customer_cohorts',
      'm.month_no >= c.cohort_no',
      'm.month_no > c.cohort_no',
    ],
    ['payback forgets the waste', 'acquisition_cohorts', 'e.no_response_cents', '0'],
    ['buckets of one cent less', 'contribution_distribution', 'width_cents - 1', 'width_cents'],
  ]

/** Items that lose five and no more: whole buckets of the distribution, to the cent. */
const onAnEdge: MarketplaceUnder = {
  marketplace: { orders: 60, seed: 5 },
  changes: {
    finance: {
      operations_item_cents: 500,
      carrier_cost_bps: 10_000,
      sla_penalty_bps: 0,
      commission_tiers: Object.fromEntries(
        ['low', 'standard', 'high'].map((tier) => [tier, { commission_bps: 0 }]),
      ),
      payment_types: { credit_card: { fee_bps: 0, fee_cents: 0 } },
    },
  },
}

describe('faults of a word or two in the pipeline', () => {
  const made: Promise<Pipeline>[] = []
  /** Each is made when the first fault needs it. */
  const pipeline = (nth: number, of: MarketplaceUnder) => (made[nth] ??= Pipeline.make(of))

  it.each(pipelineFaults)('%s', { timeout: 360_000 }, async (_, file, from, to) => {
    const model = readFileSync(`${FINANCE}${file}.sql`, 'utf8')
    expect(model).toContain(from)
    // Not every marketplace has what a fault falsifies: the first whose tables differ is judged.
    for (const [nth, of] of [...marketplaces, onAnEdge].entries()) {
      const found = await (await pipeline(nth, of)).faulty('finance', (sql) =>
        sql.replaceAll(from, to),
      )
      if (found === undefined) continue
      expect(found.killed, found.by).toBe(true)
      return
    }
    expect.fail('changes no table of any marketplace')
  })
})

/** Published tables falsified as a careless or a clever hand would. */
const tableFaults: readonly (readonly [what: string, sql: string])[] = [
  [
    'the verdict of every channel inverted',
    'update finance.channel_verdict set covers_its_cost = not covers_its_cost',
  ],
  [
    'every CAC ten times as high',
    'update finance.channel_economics set paid_cac_cents = 10 * paid_cac_cents, loaded_cac_cents = 10 * loaded_cac_cents',
  ],
  ['waste set to nothing', 'update finance.waste_statement set waste_cents = 0, waste_bps = 0'],
  [
    'a payout of a million that never was',
    `insert into finance.journal_lines
     select concat(entry_date, ':seller_paid:nobody'), entry_date, 'seller_paid', 'nobody', account,
       case account when 'cash' then -100000000 else 100000000 end, 'finance.fct_order_events'
     from (select max(entry_date) as entry_date from finance.journal_lines) as last
     cross join (select unnest(['cash', 'seller_payable']) as account) as accounts`,
  ],
  [
    'commission and freight swapped by purchase day',
    'update finance.pnl_cohort_daily set commission_cents = freight_billed_cents, freight_billed_cents = commission_cents',
  ],
  [
    'commission and freight swapped by recognition',
    'update finance.pnl_daily set commission_cents = freight_billed_cents, freight_billed_cents = commission_cents',
  ],
  [
    'two states swapped',
    `update finance.pnl_slices set member = case member when s.one then s.other else s.one end
     from (select min(member) as one, max(member) as other from finance.pnl_slices where dimension = 'state') as s
     where dimension = 'state' and member in (s.one, s.other)`,
  ],
  [
    'months shifted',
    `update finance.pnl_periods set start_date = start_date + interval 1 month where period = 'month'`,
  ],
  [
    'cohorts a hundred times as rich',
    'update finance.acquisition_cohorts set contribution_12m_cents = 100 * contribution_12m_cents',
  ],
  ['the balances of an account gone', `delete from finance.trial_balance where account = 'cash'`],
  [
    'expected clicks that are no numbers',
    `update market.fct_marketing_daily set expected_clicks = 'NaN'`,
  ],
  [
    'a tenth of the impressions',
    'update market.fct_marketing_daily set impressions = impressions // 10',
  ],
  ['no memory', 'update market.fct_marketing_daily set exposure = impressions'],
]

describe('published tables falsified', () => {
  let run: RunInMemory
  beforeAll(async () => {
    run = await runInMemory()
  }, 240_000)
  afterAll(() => run?.close())

  it.each(tableFaults)('%s', { timeout: 120_000 }, async (_, sql) => {
    const only = laws.filter(({ stage }) => stage === 'market' || stage === 'finance')
    const found = await run.broken(sql, () => runLaws((query) => run.db.all(query), { only }))
    const grave = found.filter(({ severity }) => severity === 'critical')
    expect(grave.length).toBeGreaterThan(0)
  })
})
