import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { detail } from '../../../src/report/statement/detail.js'
import { readCsv } from '../../synthetic/read-csv.js'
import { type StatementRun, statementRun } from './run.js'

let run: StatementRun

beforeAll(async () => {
  const changes = {
    finance: { fixed_costs: { sales: { month_cents: 31_000, wins_sellers: true } } },
  }
  run = await statementRun(changes, (data) => {
    const [{ seller_id }] = readCsv(data, 'olist_order_items_dataset.csv') as [
      Record<string, string>,
    ]
    writeFileSync(
      join(data, 'olist_marketing_qualified_leads_dataset.csv'),
      'mql_id,first_contact_date,landing_page_id,origin\na1,2017-07-01,p,email\na2,2017-07-09,p,\n',
    )
    writeFileSync(
      join(data, 'olist_closed_deals_dataset.csv'),
      `mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,lead_behaviour_profile,has_company,has_gtin,average_stock,business_type,declared_product_catalog_size,declared_monthly_revenue\na1,${seller_id},d,r,2017-08-01 10:00:00,pet,online_big,cat,,,,reseller,,1000.50\n`,
    )
  })
}, 120_000)

afterAll(() => run?.close())

const section = () => detail(run.statement).find(({ id }) => id === 'sellers')!

describe('sellers won', () => {
  it('tells the funnel, what sellers brought, and the CAC that is declared', () => {
    const [funnel, , cost] = section().sentences
    expect(funnel).toBe(
      'Of 2 leads 1 were won (50.00%); a deal took 31 days on average. 1 of them ever sold.',
    )
    expect(cost).toMatch(
      /^Winning them cost R\$[\d,.]+ as declared: a CAC of R\$[\d,.]+ per seller\.$/,
    )
  })

  it('counts leads by origin and by month, and cohorts by the month of the deal', () => {
    const [origins, months, cohorts] = section().tables
    expect(origins!.rows.map((row) => (row as { group: string }).group)).toEqual([
      'email',
      'unknown',
    ])
    expect(months!.rows).toHaveLength(1)
    expect(months!.rows[0]).toMatchObject({ group: '2017-07', leads: 2, won: 1 })
    expect(cohorts!.basis).toContain('observed: GMV')
    expect(cohorts!.basis).toContain('declared: Revenue')
  })
})
