/** What a channel caused, by column: the same words wherever it is told. */
export const causeColumns = {
  spend_cents: 'Spend',
  attributed_orders: 'Attributed',
  incremental_mean: 'Caused',
  incremental_low: '5%',
  incremental_high: '95%',
  incremental_profit_cents: 'Result',
} as const

/** A plan against the one of history. */
export const planColumns = {
  spend_cents: 'Spend',
  profit_difference_mean_cents: 'Profit, change',
  profit_difference_low_cents: '5%',
  profit_difference_high_cents: '95%',
} as const
