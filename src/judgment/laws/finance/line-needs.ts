/** The assumptions that decide when a line stands. */
export const standing = (rule: string) => [
  `finance.statuses.*.${rule}`,
  'finance.statuses.*.implies',
  'finance.statuses.*.is_ended',
  'finance.refund_delay_days',
  'finance.sla_grace_days',
]

/** The assumptions that decide which orders are overdue. */
export const overdue = ['finance.undelivered_rule', 'finance.undelivered_days']

/** The assumptions that decide when payments come, and what is taken for paying them ahead. */
export const anticipation = [
  'finance.payment_types.*.settlement_days',
  ...['instalments', 'instalment_days', 'anticipated_days'].map((name) => `finance.${name}`),
  'finance.anticipation_bps',
]

/** How much each line of an item is, in words, and the assumptions that decide it. */
export const rates: Readonly<Record<string, { words: string; needs: readonly string[] }>> = {
  commission: {
    words: 'at the rate of the seller’s tier on the price',
    needs: ['finance.commission_tiers.*.below', 'finance.commission_tiers.*.commission_bps'],
  },
  freight_billed: {
    words: 'as the freight of the item, less what an agent passes on',
    needs: ['finance.freight_role', 'finance.carrier_cost_bps'],
  },
  freight_passed_on: {
    words: 'as the freight of the item up to what the carrier takes, where the business is agent',
    needs: ['finance.freight_role', 'finance.carrier_cost_bps'],
  },
  chargeback: {
    words: 'as the item’s part of the declared share of all payments of its order',
    needs: ['finance.payment_types.*.chargeback_bps'],
  },
  kept_fee: {
    words: 'as the item’s part of the declared share of its order’s fee, where it was paid',
    needs: ['finance.kept_fee_bps', 'finance.payment_types.*.fee_bps'],
  },
  refund_cost: {
    words: 'as the item’s part of the declared cost, where its order was paid',
    needs: ['finance.refund_cost_cents', ...overdue],
  },
  payment_fee: {
    words: 'as the item’s part of the fees of all payments of its order',
    needs: ['finance.payment_types.*.fee_bps', 'finance.payment_types.*.fee_cents'],
  },
  anticipation_fee: {
    words: 'as the item’s part of what is taken for paying its order’s instalments ahead',
    needs: anticipation,
  },
  goods_revenue: {
    words: 'as the price, where the business is principal for goods',
    needs: ['finance.goods_role'],
  },
  cost_of_goods: {
    words:
      'as what the files say of the cost of own goods, else as the declared share of their price',
    needs: ['finance.cost_of_goods_bps', 'finance.goods_role'],
  },
  carrier_cost: {
    words: 'as the declared share of the freight',
    needs: ['finance.carrier_cost_bps'],
  },
  operations_cost: {
    words: 'as the declared amount of the item and its part of the order’s, dearer on weekends',
    needs: [
      'finance.operations_item_cents',
      'finance.operations_order_cents',
      'finance.weekend_operations_bps',
    ],
  },
  commission_tax: {
    words: 'as the declared share of the commission',
    needs: ['finance.commission_tax_bps', 'finance.commission_tiers.*.commission_bps'],
  },
  freight_tax: {
    words: 'as the declared share of the freight',
    needs: ['finance.freight_tax_bps', 'finance.freight_role', 'finance.carrier_cost_bps'],
  },
  sla_penalty: {
    words: 'as the declared share of the freight, where it came too late',
    needs: ['finance.sla_penalty_bps'],
  },
}
