import type { Assumptions } from '../assumptions/index.js'
import { createCasts, createParams, type Database, type Engine, type Row } from '../engine/index.js'
import { minorDigits } from '../format/index.js'
import { countryBounds } from '../schema/country-bounds.js'
import type { StagingTable } from '../schema/staging.js'
import { loadedSource } from '../sources/index.js'
import { rawChecks, stagingChecks } from './checks/raw-checks.js'
import { type CheckResult, errorLines, runChecks } from './checks/run-checks.js'
import { checkPlausible, type Plausibility, refusalLines } from './plausible/index.js'
import { createStaging, type Observation } from './staging.js'

/** The observation, and what the checks of it found before anything is built. */
export interface CheckedObservation extends Observation {
  readonly found: readonly CheckResult[]
  /** What of it no model can live with, a line each. */
  readonly errors: readonly string[]
  readonly plausibility: Plausibility
}

/**
 * Makes what the models read (their assumptions, the canonical observation) and checks it.
 *
 * @param db answers for `raw` and for what the engine makes
 */
export async function checkedObservation(
  db: Database,
  assumptions: Assumptions,
  engine: Engine = db,
): Promise<CheckedObservation> {
  const digits = minorDigits(assumptions.text('place.currency'))
  await createCasts(engine, digits)
  await createParams(engine, {
    payment_tolerance_cents: assumptions.number('dwh.payment_tolerance_cents'),
    category_fallback: assumptions.text('dwh.category_fallback'),
    hand_over_days: assumptions.number('dwh.hand_over_days'),
    delivery_days: assumptions.number('dwh.delivery_days'),
    minor_units: 10 ** digits,
    ...countryBounds(assumptions.text('place.country')),
  })
  const observation = await createStaging(db, engine, await loadedSource(db), assumptions)
  const { source, raw, supplied } = observation
  const found = await db.measured('checks', 'observation', () =>
    runChecks(db, [...rawChecks(source, raw), ...stagingChecks(supplied)]),
  )
  const plausibility = await db.measured('checks', 'plausibility', () =>
    checkPlausible(db, assumptions, supplied),
  )
  const errors = errorLines(found, await loadedFiles(db))
  return { ...observation, found, errors, plausibility }
}

/** The file that each raw table was loaded from. */
async function loadedFiles(db: Database): Promise<Map<string, string>> {
  const files = await db.all<{ table_name: string; file_name: string }>(
    'select table_name, file_name from raw.load_manifest',
  )
  return new Map(files.map(({ table_name, file_name }) => [`raw.${table_name}`, file_name]))
}

/** A canonical table that some file supplies. */
export interface ObservedTable {
  readonly table: StagingTable
  readonly rows: number
  readonly first: readonly Row[]
}

const SHOWN = 3

/** What a run says of files that hold no order with a date. */
export const NO_ORDER =
  'No order of the files has a date of purchase: there is nothing to model. Export the orders again.'

/**
 * What raw tables would become: the canonical tables with their first rows, what is missing, and all
 * that a run would refuse.
 *
 * @param db answers for `raw`
 */
export async function observe(db: Database, assumptions: Assumptions) {
  const { supplied, lacks, errors, plausibility } = await checkedObservation(db, assumptions)
  const tables: ObservedTable[] = []
  for (const table of supplied) {
    const [count] = await db.rows<{ n: number }>(`select count(*) as n from stg_${table}`)
    const first = await db.rows<Row>(`select * from stg_${table} order by all limit ${SHOWN}`)
    tables.push({ table, rows: count!.n, first })
  }
  const [dated] = await db.rows<{ n: number }>('select count(purchased_at) as n from stg_orders')
  return {
    tables,
    lacks: lacks.map(({ statement }) => statement),
    problems: [
      ...(dated!.n === 0 ? [NO_ORDER] : []),
      ...errors,
      ...refusalLines(plausibility.refused),
    ],
  }
}
