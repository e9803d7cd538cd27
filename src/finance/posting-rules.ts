/** How one kind of posting is booked. */
export interface PostingRule {
  readonly posting: string
  /** What the entry is called. */
  readonly event: string
  readonly debit_account: string
  readonly credit_account: string
  /** The line of the profit and loss that it moves; empty for none. */
  readonly pnl_line: string
  /** The table that says so. */
  readonly source: string
}

const rule = (
  posting: string,
  event: string,
  accounts: readonly [debit: string, credit: string],
  pnl_line: string,
  source: string,
): PostingRule => ({
  posting,
  event,
  debit_account: accounts[0],
  credit_account: accounts[1],
  pnl_line,
  source,
})

const MARKET = 'market.fct_marketing_daily'
const INVENTORY = 'attribution.click_inventory_daily'
const ITEMS = 'finance.fct_unit_economics'
const SUBSCRIPTIONS = 'finance.fct_subscriptions'

/**
 * Marketing is inventory: spend is in flight until it is released, an inventory of clicks until an
 * order consumes them, and a cost then; or it is written off the day it decays, expires or meets no
 * response.
 */
const marketing: readonly PostingRule[] = [
  rule('spend', 'marketing_spent', ['marketing_in_flight', 'cash'], '', MARKET),
  rule(
    'no_response',
    'no_response',
    ['marketing_no_response', 'marketing_in_flight'],
    'marketing_no_response',
    MARKET,
  ),
  rule('born', 'clicks_born', ['click_inventory', 'marketing_in_flight'], '', INVENTORY),
  rule(
    'consumed',
    'clicks_consumed',
    ['acquisition_cost', 'click_inventory'],
    'acquisition_cost',
    INVENTORY,
  ),
  rule(
    'decayed',
    'clicks_decayed',
    ['marketing_decayed', 'click_inventory'],
    'marketing_decayed',
    INVENTORY,
  ),
  rule(
    'expired',
    'clicks_expired',
    ['marketing_expired', 'click_inventory'],
    'marketing_expired',
    INVENTORY,
  ),
]

/**
 * What buyers pay is held for sellers; on delivery commission and freight leave it for revenue, later
 * the rest is paid out. Fees, carrier and operations are paid as they arise.
 */
const orders: readonly PostingRule[] = [
  rule('payment', 'buyer_paid', ['cash', 'seller_payable'], '', 'dwh.fct_payments'),
  rule('payout', 'seller_paid', ['seller_payable', 'cash'], '', 'finance.fct_order_events'),
  rule('payment_fee', 'payment_fee', ['payment_fees', 'cash'], 'payment_fee', ITEMS),
  rule('carrier', 'carrier_owed', ['carrier', 'cash'], 'carrier_cost', ITEMS),
  rule('operations', 'operations_done', ['operations', 'cash'], 'operations_cost', ITEMS),
  rule('commission', 'commission_earned', ['seller_payable', 'commission'], 'commission', ITEMS),
  rule('freight', 'freight_earned', ['seller_payable', 'freight'], 'freight_billed', ITEMS),
  rule('sla_penalty', 'sla_penalty', ['sla_penalty', 'cash'], 'sla_penalty', ITEMS),
]

/** Subscriptions are billed ahead and earned by day. */
const subscriptions: readonly PostingRule[] = [
  rule('billing', 'subscription_billed', ['cash', 'deferred_subscription'], '', SUBSCRIPTIONS),
  rule(
    'subscription',
    'subscription_earned',
    ['deferred_subscription', 'subscription_revenue'],
    'subscription_revenue',
    SUBSCRIPTIONS,
  ),
]

/** What an ended order takes back is booked as it was, the other way round, under a name of its own. */
const reversals: readonly PostingRule[] = orders
  .filter(({ posting }) => posting !== 'payout')
  .map((order) => ({
    ...order,
    posting: `${order.posting}_reversal`,
    event: `${order.event}_reversed`,
  }))

/** Every kind of posting and the two accounts it moves. */
export const postingRules: readonly PostingRule[] = [
  ...marketing,
  ...orders,
  ...reversals,
  ...subscriptions,
]
