import type { ArtifactSchema, ColumnType } from '../column.js'

const orderLines = {
  commission_cents: 'BIGINT',
  freight_billed_cents: 'BIGINT',
  subscription_revenue_cents: 'BIGINT',
  payment_fee_cents: 'BIGINT',
  carrier_cost_cents: 'BIGINT',
  operations_cost_cents: 'BIGINT',
  sla_penalty_cents: 'BIGINT',
  acquisition_cost_cents: 'BIGINT',
} satisfies Record<string, ColumnType>

/** The lines of a profit and loss, in its order. */
const lines = {
  ...orderLines,
  marketing_decayed_cents: 'BIGINT',
  marketing_expired_cents: 'BIGINT',
  marketing_no_response_cents: 'BIGINT',
  net_profit_cents: 'BIGINT',
} satisfies Record<string, ColumnType>

/** Profit and loss, by every date and every cut, and the verdict. */
export const profitTables: ArtifactSchema = {
  pnl_cohort_daily: {
    about:
      'The profit and loss of the orders purchased, and the marketing used or wasted, on one day.',
    grain: ['date'],
    columns: { date: 'DATE', orders: 'BIGINT', items: 'BIGINT', gmv_cents: 'BIGINT', ...lines },
  },
  pnl_daily: {
    about:
      'The profit and loss recognised on one day, from the journal, and the bridge to the cash result (own cash: without the money held for sellers).',
    grain: ['date'],
    columns: {
      date: 'DATE',
      ...lines,
      in_flight_change_cents: 'BIGINT',
      click_inventory_change_cents: 'BIGINT',
      deferred_change_cents: 'BIGINT',
      cash_result_cents: 'BIGINT',
      seller_payable_change_cents: 'BIGINT',
      cash_change_cents: 'BIGINT',
    },
  },
  pnl_periods: {
    about:
      'The profit and loss of one month, quarter or year, by purchase cohort or by recognition date.',
    grain: ['basis', 'period', 'start_date'],
    columns: {
      basis: 'VARCHAR',
      period: 'VARCHAR',
      start_date: 'DATE',
      orders: 'BIGINT',
      gmv_cents: 'BIGINT',
      ...lines,
      cash_result_cents: 'BIGINT',
    },
  },
  pnl_slices: {
    about:
      'The cohort profit and loss of one channel, customer state, category or seller tier; what belongs to none is a row of its own.',
    grain: ['dimension', 'member'],
    columns: {
      dimension: 'VARCHAR',
      member: 'VARCHAR',
      gmv_cents: 'BIGINT',
      ...orderLines,
      marketing_waste_cents: 'BIGINT',
      net_profit_cents: 'BIGINT',
    },
  },
  reconciliation: {
    about:
      'One line of the profit and loss three ways: by purchase cohort, by recognition date, in cash.',
    grain: ['line_no'],
    columns: {
      line_no: 'INTEGER',
      line: 'VARCHAR',
      cohort_cents: 'BIGINT',
      unrecognised_cents: 'BIGINT',
      recognised_cents: 'BIGINT',
      timing_cents: 'BIGINT',
      cash_cents: 'BIGINT',
      cohort_residual_cents: 'BIGINT',
      cash_residual_cents: 'BIGINT',
    },
  },
  verdict: {
    about: 'The answer, in one row.',
    grain: [],
    columns: {
      first_date: 'DATE',
      last_date: 'DATE',
      gmv_cents: 'BIGINT',
      net_profit_accrual_cents: 'BIGINT',
      net_profit_cash_cents: 'BIGINT',
      spend_cents: 'BIGINT',
      acquisition_cost_cents: 'BIGINT',
      decayed_cents: 'BIGINT',
      expired_cents: 'BIGINT',
      no_response_cents: 'BIGINT',
      live_cents: 'BIGINT',
      in_flight_cents: 'BIGINT',
      waste_cents: 'BIGINT',
      unrecognised_cents: 'BIGINT',
      law_residual_cents: 'BIGINT',
    },
  },
}
