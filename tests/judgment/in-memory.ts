import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UncheckedChanges } from '../../src/assumptions/index.js'
import { Database } from '../../src/engine/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import type { WorkbenchOptions } from '../../src/workbench/index.js'
import { makeUnruly } from '../marketplaces/unruly.js'
import { readCsv } from '../synthetic/read-csv.js'
import { openEveryLine } from './every-line.js'

/** When an order is overdue, in these assumptions. */
export const UNDELIVERED_DAYS = 20

/** Assumptions under which every line of profit, every plan and every movement comes about. */
export const everyLine: UncheckedChanges = {
  finance: {
    goods_role: 'principal',
    instalments: 'anticipated',
    freight_role: 'agent',
    undelivered_rule: 'refund',
    undelivered_days: UNDELIVERED_DAYS,
    carrier_cost_bps: 9_000,
    anticipated_days: 25,
    kept_fee_bps: 3_300,
    refund_cost_cents: 250,
    payment_types: { credit_card: { chargeback_bps: 60 } },
    commission_tax_bps: 530,
    freight_tax_bps: 310,
    subscription_tax_bps: 770,
    operations_order_cents: 77,
    weekend_operations_bps: 12_500,
    fixed_costs: {
      rent: { month_cents: 100_003 },
      staff: { month_cents: 250_000, wins_sellers: true },
    },
    subscription_plans: { growth: { above_cents: 5_000 }, scale: { above_cents: 20_000 } },
  },
}

const ARTIFACTS = ['raw', 'dwh', 'market', 'attribution', 'finance', 'judgment'] as const

/** How far a run goes: decisions are made on request. */
type Through = 'judgment' | 'decisions'

/** A run whose artifacts lie in memory and can be broken. */
export interface RunInMemory {
  readonly db: Database
  /** Tells what is so while the tables are broken, and mends them again. */
  broken<T>(breaks: string, ask: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Runs all stages on an unruly little marketplace and copies what was published into memory.
 *
 * @param options changed assumptions; default those that bring about every line
 */
export async function runInMemory(
  { orders = 400, seed = 7 } = {},
  options: Pick<WorkbenchOptions, 'changes'> = {
    changes: { ...everyLine, market: { plan: 'percent_of_gmv' } },
  },
  through: Through = 'judgment',
): Promise<RunInMemory> {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-judgment-'))
  const data = join(dir, 'data')
  await generateMarketplace({ dir: data, orders, seed })
  makeUnruly(data)
  writeOwnFiles(data)
  try {
    return await publishedInMemory(data, dir, options, through)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Files that may stand beside the orders: spend (of another plan's run), lift tests, leads. */
function writeOwnFiles(dir: string): void {
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(dir, name), `${lines.join('\n')}\n`)
  write('marketing_spend.csv', [
    'date,channel,spend,impressions,clicks',
    '2017-10-01,facebook_ads,10.50,"1,200",30',
    '2017-10-02,facebook_ads,11.00,,25',
    '2017-10-01,google_search,7.25,800,12',
  ])
  write('lift_tests.csv', [
    'channel,first_date,last_date,spend_factor,lift_orders,standard_error',
    'facebook_ads,2017-10-02,2017-10-29,0,-3.5,2.5',
    'google_search,2018-02-05,2018-03-04,2,2,3',
  ])
  const [{ seller_id: seller }] = readCsv(dir, 'olist_order_items_dataset.csv') as [
    Record<string, string>,
  ]
  write('olist_marketing_qualified_leads_dataset.csv', [
    'mql_id,first_contact_date,landing_page_id,origin',
    'a1,2017-06-01,page, Paid_Search ',
    'a2,2017-06-02,,',
    'a3,2017-06-03,page,email',
  ])
  write('olist_closed_deals_dataset.csv', [
    'mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,lead_behaviour_profile,has_company,has_gtin,average_stock,business_type,declared_product_catalog_size,declared_monthly_revenue',
    `a1,${seller},d,r,2017-07-01 10:00:00,pet,online_big,cat,,,,reseller,,1000.50`,
    'a3,s2,d,r,2017-07-02 11:30:00,,online_small,,,,,,,0.0',
  ])
}

/** Runs all stages on a folder of files and copies what was published into memory. */
export async function publishedInMemory(
  data: string,
  dir: string,
  options: Pick<WorkbenchOptions, 'changes'> = {},
  through: Through = 'judgment',
): Promise<RunInMemory> {
  const workbench = openEveryLine(options.changes ?? {}, {
    data,
    workbench: join(dir, 'workbench'),
    threads: 2,
  })
  const { artifacts } = await workbench.run({ through })
  await workbench.close()
  const db = await Database.create(':memory:', { threads: 1 })
  const names = through === 'decisions' ? [...ARTIFACTS, 'decisions' as const] : ARTIFACTS
  for (const name of names) {
    await db.attach('published', join(workbench.dir, artifacts[name]!.file))
    await db.exec(`attach ':memory:' as ${name}`)
    const tables = await db.all<{ name: string }>(
      `select table_name as name from duckdb_tables() where database_name = 'published'`,
    )
    for (const { name: table } of tables) {
      await db.exec(`create table ${name}.${table} as from published.${table}`)
    }
    await db.exec('detach published')
  }
  return {
    db,
    async broken(breaks, ask) {
      await db.exec('begin transaction')
      try {
        await db.exec(breaks)
        return await ask()
      } finally {
        await db.exec('rollback')
      }
    },
    close: () => db.close(),
  }
}
