import { inWords, type Notation } from '../format/index.js'
import { basisSentences } from './basis.js'
import { headRows, headSentence } from './head.js'
import { judgmentText } from './judgment.js'
import { cacDefinitions, horizonWords, lawSentence, verdictSentences } from './sentences.js'
import type { Statement } from './statement.js'
import { heldSentences, metricSentences, statutorySentences } from './statement-metrics.js'
import { textTable } from './text-table.js'

const LINE_COLUMNS = {
  line: 'Profit and loss',
  cohort_cents: 'By purchase',
  unrecognised_cents: 'Not yet',
  recognised_cents: 'Recognised',
  timing_cents: 'Timing',
  cash_cents: 'In cash',
  basis: 'Rests on',
}

const CHANNEL_COLUMNS = {
  channel: 'Channel',
  spend_cents: 'Spend',
  acquisition_cost_cents: 'Acquisition',
  waste_cents: 'Waste',
  waste_bps: 'Share',
  orders: 'Orders',
  new_customers: 'New',
  cost_per_order_cents: 'Per order',
  paid_cac_cents: 'Paid CAC',
  consumed_cac_cents: 'Consumed',
  loaded_cac_cents: 'Loaded',
  result_cents: 'Result',
}

const MONTH_COLUMNS = {
  month: 'Month',
  orders: 'Orders',
  gmv_cents: 'GMV',
  revenue_cents: 'Revenue',
  fulfilment_cents: 'Fulfilment',
  acquisition_cost_cents: 'Acquisition',
  waste_cents: 'Waste',
  contribution_after_marketing_cents: 'Contribution',
}

const BALANCE_COLUMNS = { account: 'Balance', closing_cents: 'At the close' }

/** Columns of a table of amounts, the currency's sign in the first header. */
function withSign(
  first: string,
  columns: Readonly<Record<string, string>>,
  { money }: Notation,
): Record<string, string> {
  return { ...columns, [first]: `${columns[first]} (${money.symbol})` }
}

/** The one-page statement for a terminal. */
export function statementText(statement: Statement): string {
  const { notation } = statement
  const lines = statement.lines.map((row) => ({ ...row, line: inWords(row.line) }))
  const balances = statement.balances.map((row) => ({ ...row, account: inWords(row.account) }))
  return [
    `Statement of ${horizonWords(statement)}\n${headSentence(statement.head)}`,
    [...verdictSentences(statement), ...basisSentences(statement)].join('\n'),
    textTable(lines, withSign('line', LINE_COLUMNS, notation), notation),
    textTable(statement.channels, withSign('channel', CHANNEL_COLUMNS, notation), notation),
    metricText(statement),
    [lawSentence(statement), ...statutorySentences(statement)].join('\n'),
    textTable(balances, withSign('account', BALANCE_COLUMNS, notation), notation),
    [...heldSentences(statement), subscriptionSentence(statement)].join('\n'),
    judgmentText(statement.judgment, notation),
    headText(statement),
  ].join('\n\n')
}

/** The profit and loss by month of purchase, for a terminal. */
export function profitByMonthText(statement: Statement): string {
  const { months, notation } = statement
  return textTable(months, withSign('month', MONTH_COLUMNS, notation), notation)
}

function headText(statement: Statement): string {
  const { head } = statement
  const files = head.files.map(({ file_name, sha256 }) => `${file_name} ${sha256}`)
  return [...headRows(head, horizonWords(statement)), { name: 'Files (SHA-256)', values: files }]
    .map(({ name, values }) => `${name}: ${values.join('\n  ')}`)
    .join('\n')
}

function metricText(statement: Statement): string {
  const meanings = Object.entries(cacDefinitions).map(([name, words]) => `${name}: ${words}.`)
  return [...metricSentences(statement), ...meanings].join('\n')
}

function subscriptionSentence({ subscriptions, losses, notation }: Statement): string {
  const { exact } = notation.money
  const { subscribers, closing_cents } = subscriptions
  const orders = losses.find(({ subject }) => subject === 'order')
  const losing = orders
    ? ` ${orders.losing} of ${orders.subjects} orders lose ${exact(orders.loss_cents)} after acquisition cost.`
    : ''
  return `${subscribers} sellers subscribe for ${exact(closing_cents)} a month.${losing}`
}
