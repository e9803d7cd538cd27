import { Assumptions } from '../assumptions/index.js'
import { orderColumns, requiredColumns } from '../sources/index.js'

/** The assumptions that move the answer of most shops the most. */
export const importantAssumptions = [
  'place.currency',
  'place.country',
  'place.locale',
  'finance.commission_tiers.low.commission_bps',
  'finance.commission_tiers.standard.commission_bps',
  'finance.commission_tiers.high.commission_bps',
  'finance.payment_types.credit_card.fee_bps',
  'finance.carrier_cost_bps',
  'finance.operations_order_cents',
  'finance.operations_item_cents',
  'finance.sla_penalty_bps',
  'finance.refund_delay_days',
  'finance.payout_delay_days',
  'attribution.direct_demand_bps',
  'market.plan',
  'market.first_date',
  'market.last_date',
  'dwh.delivery_days',
  'dwh.hand_over_days',
  'dwh.date_gap_days',
] as const

/** `data/assumptions.yaml` of a new folder: the most important ones, each commented out at its default. */
export function assumptionsText(): string {
  const rows = new Map(
    Assumptions.defaults()
      .rows()
      .map((row) => [row.id, row]),
  )
  const entries = importantAssumptions.map((id) => {
    const { value, why, allowed } = rows.get(id)!
    return `# ${why.replace(/[.]$/, '')}. Allowed: ${allowed}.\n# ${id}: ${JSON.stringify(value)}\n`
  })
  return `# Your assumptions. What stands here replaces the default; what does not, keeps it. Take away the '#'
# before a line to declare it. Every notebook lists all assumptions of its stage; wrong names, units and
# values are refused, and the message says what is allowed.
#
# Units: *_bps are basis points (3.5% is 350), *_cents are minor units of the currency (12.50 is 1250
# where it has two decimals).

${entries.join('\n')}
# A channel of your own, where nothing is known of it yet:
# market:
#   channels:
#     podcasts:
#       name: Podcasts
#       cpm_cents: 1500
`
}

/** `data/columns.yaml` of a new folder: a map to fill in. */
export function mapText(file: string, header: string, encoding = 'utf-8'): string {
  const columns = Object.entries(orderColumns).map(([name, about]) => {
    const line = `${name}: COLUMN`
    return `    ${requiredColumns.includes(name) ? line : `# ${line}`}   # ${about}`
  })
  return `# How the columns of your export are read: on the left what it is, on the right the name of your column,
# or { constant: VALUE } where all lines have the same. Then: npx causeway inspect
${header === '' ? '' : `# The header of ${file}: ${header}\n`}
# currency: EUR            # ISO 4217
# country: DE              # ISO 3166-1, for its holidays

orders:                    # one line an item of an order, or one line an order
  file: ${JSON.stringify(file)}
  delimiter: ${JSON.stringify(delimiterOf(header))}           # ',' ';' '|' or a tab
  encoding: ${encoding.padEnd(12)}   # or utf-8, windows-1252, utf-16le, ...
  decimal: '.'             # or ','
  # grouping: ','          # between thousands, if there is such a sign
  date_format: YYYY-MM-DD hh:mm:ss
  # time_zone: { file: UTC, shop: Europe/Berlin }   # only if the file's times are not the shop's own
  columns:
${columns.join('\n')}
  # statuses: { shipped: shipped, cancelled: canceled }          # your words: created, approved, invoiced, processing, shipped, delivered, canceled, unavailable
  # payment_types: { card: credit_card, invoice: not_defined }   # your words: credit_card, debit_card, boleto, voucher, not_defined

# spend:                   # reports of what you spent on marketing, any number; or put marketing_spend.csv beside the orders
#   - file: spend.csv      # written as the orders above may be: delimiter, decimal, date_format, ...
#     # totals: Total      # how lines of totals begin
#     columns: { date: Day, channel: { constant: tiktok }, spend: Cost, impressions: Impressions, clicks: Clicks }
`
}

/** The sign that stands most often in a header. */
function delimiterOf(header: string): string {
  const times = (sign: string) => header.split(sign).length
  return [',', ';', '\t', '|'].reduce((most, sign) => (times(sign) > times(most) ? sign : most))
}

/** `README.md` of a new folder. */
export function readmeText(name: string): string {
  return `# ${name}

- \`data/\`: put your CSV files here; until then the bundled sample is used
  - orders: the export of a Shopify or a WooCommerce shop, files named as in Olist's public dataset, or any flat
    export with a \`columns.yaml\` (\`causeway init DIR --source columns\` writes one)
  - what you spent, beside them: \`marketing_spend.csv\` (date, channel, spend, impressions, clicks), a campaign
    report of Google Ads by day, an export of Meta Ads by day
  - experiments, if you made some: \`lift_tests.csv\` (channel, first_date, last_date, spend_factor, lift_orders,
    standard_error)
- \`data/assumptions.yaml\`: your assumptions
- \`notebooks/\`: five notebooks to step through
- \`reports/\`, \`.causeway/\`: what the runs make

    npx causeway inspect     what your files would become, and every problem with them
    npx causeway run         the stages and the answer
    npx causeway notebooks   five executed notebooks in reports/
    npx causeway lab         the same in JupyterLab
`
}
