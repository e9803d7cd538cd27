import type { Assumptions } from '../assumptions/index.js'
import {
  createCasts,
  createParams,
  type Database,
  readModels,
  runModels,
  writeRows,
} from '../engine/index.js'
import { InputError } from '../errors.js'
import { minorDigits } from '../format/index.js'
import { countryBounds } from '../schema/country-bounds.js'
import { dwhSchema } from '../schema/dwh.js'
import type { StagingTable } from '../schema/staging.js'
import type { Lack } from '../sources/index.js'
import type { Stage, StageContext } from '../stage.js'
import { dwhChecks } from './checks/dwh-checks.js'
import { rawChecks, stagingChecks } from './checks/raw-checks.js'
import { type CheckResult, errorWords, runChecks } from './checks/run-checks.js'
import { createStaging, loadedSource, type Observation } from './staging.js'

const models = readModels(new URL('./models/', import.meta.url), [
  'fct_orders',
  'dim_customer',
  'dim_seller',
  'dim_product',
  'dim_geography',
  'fct_order_items',
  'fct_payments',
  'fct_reviews',
])

/** Facts that are there only where some file supplies them. */
const optionalModels = readModels(new URL('./models/', import.meta.url), [
  'fct_marketing_spend',
  'fct_lift_tests',
  'fct_leads',
])

/** Stage 2: how reality is observed. A star schema that loses no row, and checks that prove it. */
export const dwhStage: Stage = {
  name: 'dwh',
  needs: ['raw'],
  schema: dwhSchema,
  build,
}

async function build({ db, assumptions, progress }: StageContext): Promise<void> {
  const digits = minorDigits(assumptions.text('place.currency'))
  await createCasts(db, digits)
  const { source, raw, lacks, supplied } = await observe(db, assumptions, digits)
  progress('checking the raw tables')
  const before = await runChecks(db, [...rawChecks(source, raw), ...stagingChecks(supplied)])
  const unusable = errorWords(before)
  if (unusable) {
    throw new InputError(
      `The raw tables cannot be modelled:\n${unusable}\nCorrect these values in the export and run again.`,
    )
  }
  await createCalendar(db, assumptions)
  const optional = optionalModels.filter(({ name }) =>
    supplied.has(name.replace('fct_', '') as StagingTable),
  )
  await runModels(db, [...models, ...optional], (name) => progress(`building ${name}`))
  progress('checking integrity')
  const after = await runChecks(db, dwhChecks(source, raw))
  const broken = errorWords(after)
  if (broken) throw new Error(`The warehouse lost its integrity:\n${broken}`)
  await recordChecks(db, [...before, ...after])
  await writeRows(db, 'source_notes', dwhSchema.source_notes!, lacks.map(noteOf))
}

/** Makes what the models read: their assumptions, and the canonical observation. */
async function observe(
  db: Database,
  assumptions: Assumptions,
  digits: number,
): Promise<Observation> {
  const number = (id: string) => assumptions.number(id)
  const source = await loadedSource(db)
  await createParams(db, {
    payment_tolerance_cents: number('dwh.payment_tolerance_cents'),
    category_fallback: assumptions.text('dwh.category_fallback'),
    hand_over_days: number('dwh.hand_over_days'),
    delivery_days: number('dwh.delivery_days'),
    minor_units: 10 ** digits,
    ...countryBounds(assumptions.text('place.country')),
  })
  return createStaging(db, source, assumptions)
}

function noteOf({ part, severity, statement }: Lack) {
  return { note_id: `no_${part.replace('.', '_')}`, severity, statement }
}

/** `dim_date` over whole years: from the first purchase to the end of the year after the last. */
async function createCalendar(db: Database, assumptions: Assumptions): Promise<void> {
  const [years] = await db.all<{ first: number | null; last: number | null }>(
    `select
       year(least(min(purchased_at), (select min(date) from stg_marketing_spend))) as first,
       year(greatest(max(purchased_at), (select max(date) from stg_marketing_spend))) as last
     from stg_orders`,
  )
  if (years?.first == null || years.last == null) {
    throw new InputError('The orders file holds no order: there is nothing to model.')
  }
  // Loaded only here: the library of holidays takes longer to load than a run that reuses all.
  const { buildCalendar } = await import('./calendar.js')
  const rows = buildCalendar(years.first, years.last + 1, {
    country: assumptions.text('place.country'),
    christmasRunUpFrom: assumptions.text('dwh.christmas_run_up_from'),
    giftRunUpDays: assumptions.number('dwh.gift_run_up_days'),
  })
  await writeRows(db, 'dim_date', dwhSchema.dim_date!, rows)
}

async function recordChecks(db: Database, results: readonly CheckResult[]): Promise<void> {
  const rows = results.map(({ check, violations, sample }) => ({
    check_id: check.id,
    table_name: check.table,
    kind: check.kind,
    statement: check.statement,
    violations,
    severity: check.severity,
    sample,
  }))
  await writeRows(db, 'integrity_checks', dwhSchema.integrity_checks!, rows)
}
