import {
  profitLines as declared,
  type ProfitLine,
  type Section,
  sections,
} from '../schema/finance/profit-lines.js'

/**
 * The lines of the profit and loss as the judgment knows them, whatever the pipeline declares: revenue
 * (earned), a cost given back (recovered) or a cost (borne), the number of the total that it enters,
 * its account, the account against it, the event of its entries, and the rule of a status by which it
 * stands: none for what arises by day.
 */
const known: Readonly<Record<string, string>> = {
  commission: 'earned 1 commission seller_payable commission_earned commission',
  goods_revenue: 'earned 1 goods_revenue seller_payable goods_sold goods',
  freight_billed: 'earned 2 freight seller_payable freight_earned freight',
  freight_passed_on: 'recovered 2 freight_passed_on seller_payable freight_passed_on freight',
  subscription_revenue: 'earned 4 subscription_revenue deferred_subscription subscription_earned',
  payment_fee: 'borne 1 payment_fees acquirer_receivable payment_fee payment_fee',
  anticipation_fee:
    'borne 1 anticipation_fees acquirer_receivable instalments_anticipated payment_fee',
  chargeback: 'borne 1 chargebacks acquirer_receivable chargebacks_expected payment_fee',
  kept_fee: 'borne 1 kept_fees acquirer_receivable payment_fee_kept refund',
  cost_of_goods: 'borne 1 cost_of_goods cash goods_bought goods',
  refund_cost: 'borne 2 refund_costs refund_provision refund_made refund',
  carrier_cost: 'borne 2 carrier carrier_payable carrier_owed carrier',
  operations_cost: 'borne 2 operations cash operations_done operations',
  sla_penalty: 'borne 2 sla_penalty cash sla_penalty sla_penalty',
  acquisition_cost: 'borne 3 acquisition_cost click_inventory clicks_consumed',
  marketing_decayed: 'borne 4 marketing_decayed click_inventory clicks_decayed',
  marketing_expired: 'borne 4 marketing_expired click_inventory clicks_expired',
  marketing_no_response: 'borne 4 marketing_no_response marketing_in_flight no_response',
  fixed_cost: 'borne 5 fixed_costs cash fixed_cost',
  commission_tax: 'borne 5 commission_tax cash commission_tax commission',
  freight_tax: 'borne 5 freight_tax cash freight_tax freight',
  subscription_tax: 'borne 5 subscription_tax cash subscription_tax',
}

type Known = [
  side: string,
  total: string,
  account: string,
  contra: string,
  entry: string,
  rule?: string,
]

/** Lines that stand for late orders alone. */
const OF_LATE_ORDERS = ['sla_penalty']

/** Every line, as known where it is known: a line of somebody else's is taken as declared. */
export const profitLines: readonly ProfitLine[] = declared.map(asKnown)

/** Lines that are known and no longer declared. */
export const linesGone: readonly string[] = Object.keys(known).filter((id) =>
  declared.every((line) => line.id !== id),
)

function asKnown(line: ProfitLine): ProfitLine {
  const found = known[line.id]
  if (!found) return line
  const [side, total, account, contra, entry, field] = found.split(' ') as Known
  const { status, ...others } = line
  return {
    ...others,
    sign: side === 'borne' ? -1 : 1,
    isRecovery: side === 'recovered',
    section: Object.keys(sections)[Number(total) - 1] as Section,
    ...{ account, contra, entry },
    ...(field
      ? {
          status: {
            ...{ on: 'end' as const, statuses: [], why: '', ...status },
            ...{ field, onlyLate: OF_LATE_ORDERS.includes(line.id) },
          },
        }
      : {}),
  }
}
