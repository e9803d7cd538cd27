import type { Assumptions } from '../assumptions/index.js'
import { createParams, type Database, readModels } from '../engine/index.js'
import { InputError } from '../errors.js'
import { financeSchema } from '../schema/finance.js'
import type { Stage, StageContext } from '../stage.js'
import { createCalendar, readHorizon } from './calendar.js'
import { createLookup, declaredLookups } from './lookups.js'
import { financeParams } from './params.js'
import { postingRules } from './posting-rules.js'

/** The models in the order they are made; `staging/` ones are shared by later ones, not published. */
const MODELS = [
  'fct_order_events',
  'dim_seller_tier',
  'staging/order_lines',
  'staging/order_wholes',
  'staging/item_splits',
  'staging/item_amounts',
  'fct_unit_economics',
  'fct_orders_without_items',
  'fct_subscriptions',
  'mrr_bridge',
  'channel_economics',
  'channel_verdict',
  'waste_statement',
  'staging/order_results',
  'staging/subject_results',
  'loss_shares',
  'contribution_distribution',
  'customer_cohorts',
  'acquisition_cohorts',
  'staging/order_postings',
  'staging/other_postings',
  'journal_lines',
  'trial_balance',
  'pnl_cohort_daily',
  'pnl_daily',
  'pnl_periods',
  'pnl_slices',
  'reconciliation',
  'verdict',
]

const FOLDER = new URL('./models/', import.meta.url)

/** Stage 5: did the business make or lose money? Facts, clicks and spend become profit and loss. */
export const financialsStage: Stage = {
  name: 'finance',
  needs: ['dwh', 'market', 'attribution'],
  schema: financeSchema,
  build,
}

async function build({ db, assumptions, progress }: StageContext): Promise<void> {
  await declareRules(db, assumptions)
  await createCalendar(db, await readHorizon(db))
  for (const { name, sql } of readModels(FOLDER, MODELS)) {
    progress(`making ${name}`)
    const staged = name.startsWith('staging/')
    const table = name.replace('staging/', '')
    await db.exec(`create ${staged ? 'temporary ' : ''}table ${table} as\n${sql}`)
  }
}

/** Gives models their assumptions: the row `params` and one small table per declared collection. */
async function declareRules(db: Database, assumptions: Assumptions): Promise<void> {
  await createParams(db, financeParams(assumptions))
  for (const [name, rows] of Object.entries(declaredLookups(assumptions))) {
    await createLookup(db, name, rows)
  }
  await createLookup(db, 'posting_rules', postingRules)
  await requireDeclared(db, {
    column: 'order_status',
    table: 'dwh.fct_orders',
    rules: 'status_rules',
    id: 'finance.statuses',
  })
  await requireDeclared(db, {
    column: 'payment_type',
    table: 'dwh.fct_payments',
    rules: 'payment_rules',
    id: 'finance.payment_types',
  })
}

interface DeclaredWords {
  readonly column: string
  readonly table: string
  readonly rules: string
  readonly id: string
}

/** A word of the data without a declared rule would earn and cost nothing, in silence. */
async function requireDeclared(db: Database, words: DeclaredWords): Promise<void> {
  const { column, table, rules, id } = words
  const rows = await db.all<{ word: string | null }>(
    `select distinct t.${column} as word
     from ${table} as t left join ${rules} as r on r.${column} = t.${column}
     where r.${column} is null
     order by word`,
  )
  if (rows.length === 0) return
  const got = rows.map(({ word }) => `'${word}'`).join(', ')
  throw new InputError(
    `${table}.${column}: got ${got}, allowed the members of ${id}. Declare what it earns and costs under ${id}.`,
  )
}
