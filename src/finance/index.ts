import { type Model, readModels, runModels, tableNames } from '../engine/index.js'
import { financeSchema } from '../schema/finance.js'
import type { Stage, StageContext } from '../stage.js'
import { createCalendar, readHorizon } from './calendar.js'
import { declareRules } from './declared-rules.js'
import { refuseFanOut } from './fan-out.js'
import { writeOutLines } from './line-columns.js'

/** The models in the order they are made; `staging/` ones are shared by later ones, not published. */
const MODELS = [
  'fct_order_events',
  'dim_seller_tier',
  'staging/order_parts',
  'staging/payment_costs',
  'staging/order_costs',
  'staging/item_splits',
  'staging/item_amounts',
  'fct_recognition',
  'fct_unit_economics',
  'fct_orders_without_items',
  'fct_subscriptions',
  'mrr_bridge',
  'subscription_metrics',
  'staging/order_results',
  'staging/new_customers',
  'channel_economics',
  'channel_verdict',
  'waste_statement',
  'staging/contributions',
  'loss_shares',
  'contribution_distribution',
  'customer_cohorts',
  'acquisition_cohorts',
  'lifetime_value',
  'retention',
  'staging/order_kept',
  'staging/held_for_sellers',
  'staging/order_postings',
  'staging/daily_postings',
  'staging/settlements',
  'staging/cash_postings',
  'journal_lines',
  'trial_balance',
  'balance_sheet',
  'cash_flow_daily',
  'cash_flow',
  'cash_bridge',
  'receivables',
  'payable_aging',
  'staging/daily_lines',
  'staging/daily_profit',
  'pnl_cohort_daily',
  'pnl_daily',
  'pnl_periods',
  'pnl_slices',
  'key_metrics',
  'reconciliation',
  'verdict',
]

/** What is made only where some file tells of leads. */
const OF_LEADS = ['staging/won_sellers', 'lead_funnel', 'won_seller_cohorts']

const FOLDER = new URL('./models/', import.meta.url)

/** Stage 5: did the business make or lose money? Facts, clicks and spend become profit and loss. */
export const financeStage: Stage = {
  name: 'finance',
  needs: ['dwh', 'market', 'attribution'],
  hasModels: true,
  schema: financeSchema,
  build,
}

async function build(context: StageContext): Promise<void> {
  const { db, engine = db, assumptions, progress, answered } = context
  await declareRules(engine, assumptions)
  await createCalendar(engine, await readHorizon(db))
  const hasLeads = (await tableNames(db, 'dwh')).includes('fct_leads')
  const made = models(hasLeads ? [...MODELS, ...OF_LEADS] : MODELS, answered)
  await runModels(engine, made, (name) => progress(`making ${name}`), 'verdict')
}

/** The models with their wide parts written out. */
function models(names: readonly string[], answered: StageContext['answered']): Model[] {
  const after: Readonly<Record<string, Model['after']>> = {
    fct_unit_economics: refuseFanOut,
    verdict: async (lane) => answered?.((await lane.rows('select * from verdict'))[0]!),
  }
  return readModels(FOLDER, names).map(({ name, sql }) => ({
    name: name.replace('staging/', ''),
    sql: writeOutLines(sql),
    kind: name.startsWith('staging/') ? 'temporary' : 'published',
    ...(after[name] ? { after: after[name] } : {}),
  }))
}
