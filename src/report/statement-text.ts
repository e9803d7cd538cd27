import { inWords } from '../format/index.js'
import { formatBrl } from '../format/money.js'
import { judgmentText } from './judgment.js'
import { cacDefinitions, horizonWords, lawSentence, verdictSentences } from './sentences.js'
import type { Statement } from './statement.js'
import { textTable } from './text-table.js'

const LINE_COLUMNS = {
  line: 'Profit and loss (R$)',
  cohort_cents: 'By purchase',
  unrecognised_cents: 'Not yet',
  recognised_cents: 'Recognised',
  timing_cents: 'Timing',
  cash_cents: 'In cash',
}

const CHANNEL_COLUMNS = {
  channel: 'Channel (R$)',
  spend_cents: 'Spend',
  acquisition_cost_cents: 'Acquisition',
  waste_cents: 'Waste',
  waste_bps: 'Share',
  orders: 'Orders',
  new_customers: 'New',
  cost_per_order_cents: 'Per order',
  paid_cac_cents: 'Paid CAC',
  loaded_cac_cents: 'Loaded CAC',
  result_cents: 'Result',
}

const MONTH_COLUMNS = {
  month: 'Month (R$)',
  orders: 'Orders',
  gmv_cents: 'GMV',
  revenue_cents: 'Revenue',
  fulfilment_cents: 'Fulfilment',
  acquisition_cost_cents: 'Acquisition',
  waste_cents: 'Waste',
  net_profit_cents: 'Net profit',
}

/** The one-page statement for a terminal. */
export function statementText(statement: Statement): string {
  const lines = statement.lines.map((row) => ({ ...row, line: inWords(row.line) }))
  const balances = statement.balances.map((row) => ({ ...row, account: inWords(row.account) }))
  return [
    `Statement of ${horizonWords(statement)}`,
    verdictSentences(statement).join('\n'),
    textTable(lines, LINE_COLUMNS),
    textTable(statement.channels, CHANNEL_COLUMNS),
    cacText(statement),
    lawSentence(statement),
    textTable(balances, { account: 'Balance (R$)', closing_cents: 'At the close' }),
    subscriptionSentence(statement),
    judgmentText(statement.judgment),
  ].join('\n\n')
}

/** The profit and loss by month of purchase, for a terminal. */
export function profitByMonthText(statement: Statement): string {
  return textTable(statement.months, MONTH_COLUMNS)
}

function cacText({ blended_cac_cents: blended }: Statement): string {
  const meanings = Object.entries(cacDefinitions).map(([name, words]) => `${name}: ${words}.`)
  return [`Blended CAC ${blended === null ? 'none' : formatBrl(blended)}.`, ...meanings].join('\n')
}

function subscriptionSentence({ subscriptions, losses }: Statement): string {
  const { subscribers, closing_cents } = subscriptions
  const orders = losses.find(({ subject }) => subject === 'order')
  const losing = orders
    ? ` ${orders.losing} of ${orders.subjects} orders lose ${formatBrl(orders.loss_cents)} after acquisition cost.`
    : ''
  return `${subscribers} sellers subscribe for ${formatBrl(closing_cents)} a month.${losing}`
}
