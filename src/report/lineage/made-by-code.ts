/** What stands behind a table that no SELECT makes. */
export interface CodeOrigin {
  /** Tables that the code reads. */
  readonly from: readonly string[]
  /** Assumptions that it reads, `*` for every member and field. */
  readonly assumes: readonly string[]
  /** What makes it, in a few words. */
  readonly by: string
}

const market: CodeOrigin = {
  from: ['dwh.fct_orders', 'dwh.dim_date', 'dwh.fct_marketing_spend'],
  assumes: ['market.*'],
  by: 'the market engine: plan, memory, saturation, season, chance',
}
const inventory: CodeOrigin = {
  from: ['dwh.fct_orders', 'market.fct_marketing_daily'],
  assumes: ['attribution.*'],
  by: 'the inventory of clicks, one pass over the days',
}
const judged: CodeOrigin = {
  from: [
    'finance.verdict',
    'finance.reconciliation',
    'finance.channel_verdict',
    'market.dim_channel',
  ],
  assumes: [],
  by: 'the judgment, from the basis of every line',
}
const decided: CodeOrigin = {
  from: [
    'dwh.fct_orders',
    'dwh.dim_date',
    'dwh.fct_marketing_spend',
    'dwh.fct_lift_tests',
    'market.fct_marketing_daily',
    'market.dim_channel',
    'attribution.fct_order_attribution',
    'finance.fct_unit_economics',
    'finance.fct_orders_without_items',
    'finance.channel_economics',
    'finance.verdict',
  ],
  assumes: ['decisions.*'],
  by: 'the fit of what marketing caused, and the plans and tests put to it',
}
const checks: CodeOrigin = { from: [], assumes: ['dwh.*'], by: 'the checks of the warehouse' }

const replayed: CodeOrigin = {
  from: decided.from,
  assumes: ['decisions.*', 'market.*', 'attribution.*', 'finance.*'],
  by: 'market, attribution and the rates of finance run again over the ranges of assumptions',
}

/** The tables that code makes, not SQL. `raw` is left out: its tables are the files. */
export const madeByCode: Readonly<Record<string, CodeOrigin>> = {
  'dwh.dim_date': {
    from: ['dwh.stg_orders', 'dwh.stg_marketing_spend'],
    assumes: ['place.country', 'dwh.christmas_run_up_from', 'dwh.gift_run_up_days'],
    by: 'the calendar of the country',
  },
  'dwh.source_notes': checks,
  'dwh.integrity_checks': checks,
  'market.dim_channel': market,
  'market.plan_notes': market,
  'market.fct_marketing_daily': market,
  'market.spend_release': market,
  'market.channel_balances': market,
  'market.season_effects': market,
  'attribution.demand_daily': inventory,
  'attribution.click_lot_daily': inventory,
  'attribution.channel_blocks': inventory,
  'finance.profit_lines': { from: [], assumes: [], by: 'the declared lines of profit' },
  'judgment.laws': { from: [], assumes: ['judgment.*'], by: 'the laws, each one SELECT' },
  'judgment.assumptions': { from: [], assumes: [], by: 'the assumptions in force' },
  'judgment.spend_plan': { from: [], assumes: [], by: 'a plan given by hand' },
  'judgment.grounds': judged,
  'judgment.basis': judged,
  'judgment.summary': { ...judged, from: ['judgment.laws', 'judgment.grounds'] },
  'decisions.sensitivity': replayed,
  'decisions.verdict_range': replayed,
  'decisions.fit_status': decided,
  'decisions.fit_parameters': decided,
  'decisions.fit_days': decided,
  'decisions.incremental_daily': decided,
  'decisions.draws': decided,
  'decisions.lift_tests': decided,
  'decisions.channel_value': decided,
  'decisions.profit_bridge': decided,
  'decisions.response_curve': decided,
  'decisions.plans': decided,
  'decisions.plan_summary': decided,
  'decisions.calibration': decided,
  'decisions.experiments': decided,
}

/** Small tables that hold declared collections while a stage is made. */
export const declaredTables: Readonly<Record<string, readonly string[]>> = {
  'finance.status_rules': ['finance.statuses.*'],
  'finance.line_rules': ['finance.statuses.*'],
  'finance.payment_rules': ['finance.payment_types.*'],
  'finance.commission_buckets': ['finance.commission_tiers.*'],
  'finance.subscription_plans': ['finance.subscription_plans.*'],
  'finance.fixed_costs': ['finance.fixed_costs.*'],
  'finance.month_offsets': [
    'finance.subscription_trailing_months',
    'finance.subscription_churn_months',
  ],
  'finance.days': [],
  'finance.months': [],
  'finance.posting_rules': [],
  'finance.refund_postings': [],
  'finance.balance_accounts': [],
  'finance.payment_terms': ['finance.advertising_terms_days', 'finance.carrier_terms_days'],
  'finance.instalment_numbers': [],
}
