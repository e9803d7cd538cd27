import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../../synthetic/read-csv.js'
import { writeCsv } from '../../synthetic/write-csv.js'
import { type StatementRun, statementRun } from './run.js'

/**
 * A run whose statement holds all that one can: a budget, a month before, leads and deals, fixed costs and
 * taxes, in a currency with other minor units than two.
 */
export function everythingRun(currency: 'JPY' | 'KWD'): Promise<StatementRun> {
  const changes = {
    place: { currency },
    finance: {
      commission_tax_bps: 300,
      fixed_costs: { sales: { month_cents: 31_000, wins_sellers: true } },
    },
  }
  return statementRun(changes, (data) => {
    inMinorUnits(data, currency)
    addLeads(data)
    const amount = currency === 'JPY' ? '300' : '300.125'
    writeFileSync(
      join(data, 'budget.csv'),
      `month,line,amount\n2018-05,items,20\n2018-05,commission,${amount}\n2018-05,fixed_cost,100\n`,
    )
  })
}

/** Amounts with as many decimals as the currency has. */
function inMinorUnits(data: string, currency: 'JPY' | 'KWD'): void {
  const columns = {
    'olist_order_items_dataset.csv': ['price', 'freight_value'],
    'olist_order_payments_dataset.csv': ['payment_value'],
  }
  for (const [file, names] of Object.entries(columns)) {
    const rows = readCsv(data, file)
    for (const row of rows) {
      for (const name of names) {
        row[name] = currency === 'JPY' ? row[name]!.replace('.', '') : `${row[name]}0`
      }
    }
    writeCsv(data, file, rows)
  }
}

/** Two leads, one of them won, of a seller who sells. */
export function addLeads(data: string): void {
  const [{ seller_id }] = readCsv(data, 'olist_order_items_dataset.csv') as [Record<string, string>]
  writeFileSync(
    join(data, 'olist_marketing_qualified_leads_dataset.csv'),
    'mql_id,first_contact_date,landing_page_id,origin\na1,2017-07-01,p,email\na2,2017-07-09,p,\n',
  )
  writeFileSync(
    join(data, 'olist_closed_deals_dataset.csv'),
    `mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,lead_behaviour_profile,has_company,has_gtin,average_stock,business_type,declared_product_catalog_size,declared_monthly_revenue\na1,${seller_id},d,r,2017-08-01 10:00:00,pet,online_big,cat,,,,reseller,,1000\n`,
  )
}
