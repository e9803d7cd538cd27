import type { Assumptions } from '../assumptions/index.js'
import { createParams, type Database, type Model, readModels, runModels } from '../engine/index.js'
import { InputError } from '../errors.js'
import { financeSchema } from '../schema/finance.js'
import type { Stage, StageContext } from '../stage.js'
import { createCalendar, readHorizon } from './calendar.js'
import { createLookup, declaredLookups } from './lookups.js'
import { financeParams } from './params.js'

/** The facts every other model starts from. */
const FIRST_MODELS = ['fct_order_events', 'dim_seller_tier']

/** What later models share and nobody publishes, in the order they are made. */
const STAGING = ['order_lines', 'order_wholes', 'item_splits']

const MODELS = [
  'fct_unit_economics',
  'fct_orders_without_items',
  'fct_subscriptions',
  'channel_economics',
  'pnl_cohort_daily',
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
  const tell = (name: string) => progress(`making ${name}`)
  await declareRules(db, assumptions)
  await createCalendar(db, await readHorizon(db))
  await runModels(db, readModels(FOLDER, FIRST_MODELS), tell)
  await createStaging(db, readModels(new URL('staging/', FOLDER), STAGING))
  await runModels(db, readModels(FOLDER, MODELS), tell)
}

/** Gives models their assumptions: the row `params` and one small table per declared collection. */
async function declareRules(db: Database, assumptions: Assumptions): Promise<void> {
  await createParams(db, financeParams(assumptions))
  for (const [name, rows] of Object.entries(declaredLookups(assumptions))) {
    await createLookup(db, name, rows)
  }
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

async function createStaging(db: Database, models: readonly Model[]): Promise<void> {
  for (const { name, sql } of models) await db.exec(`create temporary table ${name} as\n${sql}`)
}
