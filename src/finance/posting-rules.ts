import { balanceAccounts } from '../schema/finance/accounts.js'
import { type ProfitLine, profitLines } from '../schema/finance/profit-lines.js'

/** How one kind of posting is booked. */
export interface PostingRule {
  readonly posting: string
  /** What the entry is called. */
  readonly event: string
  readonly debit_account: string
  readonly credit_account: string
  /** The line of the profit and loss that it moves; empty for none. */
  readonly line: string
  /** The table that says so. */
  readonly source: string
}

/** A line of the profit and loss is booked under its own id, revenue to the credit, cost to the debit. */
const linePosting = (line: ProfitLine): PostingRule => ({
  posting: line.id,
  event: line.entry,
  debit_account: line.sign > 0 ? line.contra : line.account,
  credit_account: line.sign > 0 ? line.account : line.contra,
  line: line.id,
  source: line.source,
})

const balancePosting = (
  posting: string,
  event: string,
  [debit_account, credit_account]: readonly [debit: string, credit: string],
  source: string,
): PostingRule => ({ posting, event, debit_account, credit_account, line: '', source })

const payment = balancePosting(
  'payment',
  'buyer_paid',
  ['acquirer_receivable', 'seller_payable'],
  'dwh.fct_payments',
)

const settlement = balancePosting(
  'settlement',
  'payment_settled',
  ['cash', 'acquirer_receivable'],
  'dwh.fct_payments',
)

const refundOwed = balancePosting(
  'refund_owed',
  'refund_owed',
  ['seller_payable', 'refund_liability'],
  'finance.fct_order_events',
)

const buyerRefunded = balancePosting(
  'buyer_refunded',
  'buyer_refunded',
  ['refund_liability', 'cash'],
  'finance.fct_order_events',
)

/**
 * What moves balances and no profit. Marketing is inventory: spend is in flight until it is released,
 * then an inventory of clicks. What buyers pay is owed by the acquirer until it is settled, less its
 * fees, and held for sellers; on delivery commission and freight leave it for revenue, later the rest is
 * paid out. Subscriptions are billed ahead. What is owed is paid by its terms.
 */
const balances: readonly PostingRule[] = [
  balancePosting(
    'spend',
    'marketing_spent',
    ['marketing_in_flight', 'advertising_payable'],
    'market.fct_marketing_daily',
  ),
  balancePosting(
    'born',
    'clicks_born',
    ['click_inventory', 'marketing_in_flight'],
    'attribution.click_inventory_daily',
  ),
  payment,
  settlement,
  refundOwed,
  buyerRefunded,
  balancePosting(
    'refund_cost_paid',
    'refund_cost_paid',
    ['refund_provision', 'cash'],
    'finance.fct_unit_economics',
  ),
  balancePosting('payout', 'seller_paid', ['seller_payable', 'cash'], 'finance.fct_order_events'),
  balancePosting(
    'billing',
    'subscription_billed',
    ['cash', 'deferred_subscription'],
    'finance.fct_subscriptions',
  ),
  ...balanceAccounts.flatMap(({ id, payment: paid }) =>
    paid ? [balancePosting(paid.event, paid.event, [id, 'cash'], paid.source)] : [],
  ),
]

/** What an ended order takes back is booked as it was, the other way round, under a name of its own. */
const reversal = (rule: PostingRule): PostingRule => ({
  ...rule,
  posting: `${rule.posting}_reversal`,
  event: `${rule.event}_reversed`,
})

/** Every kind of posting and the two accounts it moves. */
export const postingRules: readonly PostingRule[] = [
  ...profitLines.map(linePosting),
  ...balances,
  ...profitLines.filter(({ status }) => status).map((line) => reversal(linePosting(line))),
  reversal(payment),
  reversal(settlement),
  reversal(refundOwed),
  reversal(buyerRefunded),
]
