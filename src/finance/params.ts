import type { Assumptions } from '../assumptions/index.js'

const NUMBERS = [
  'carrier_cost_bps',
  'operations_item_cents',
  'operations_order_cents',
  'weekend_operations_bps',
  'sla_penalty_bps',
  'sla_grace_days',
  'refund_delay_days',
  'payout_delay_days',
  'subscription_trailing_months',
  'subscription_churn_months',
] as const

/** The single numbers of finance by their last name, as models read them from `params`. */
export function financeParams(assumptions: Assumptions): Record<string, number> {
  return Object.fromEntries(NUMBERS.map((name) => [name, assumptions.number(`finance.${name}`)]))
}
