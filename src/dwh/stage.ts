import type { Assumptions } from '../assumptions/index.js'
import { type Engine, readModels, runModels, writeRows } from '../engine/index.js'
import { InputError } from '../errors.js'
import { dwhSchema } from '../schema/dwh.js'
import type { StagingTable } from '../schema/staging.js'
import type { Stage, StageContext } from '../stage.js'
import { dwhChecks } from './checks/dwh-checks.js'
import { type CheckResult, errorLines, runChecks } from './checks/run-checks.js'
import { type CheckedObservation, checkedObservation, NO_ORDER } from './observe.js'
import { refusalLines } from './plausible/index.js'

/** Facts and dimensions that every marketplace has, each after those it reads. */
export const models = readModels(new URL('./models/', import.meta.url), [
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
  hasModels: true,
  schema: dwhSchema,
  build,
}

async function build({ db, engine = db, assumptions, progress }: StageContext): Promise<void> {
  progress('checking the raw tables')
  const observation = await checkedObservation(db, assumptions, engine)
  const { source, raw, supplied, found } = observation
  refuse(observation)
  const calendarNotes = await createCalendar(engine, assumptions)
  const optional = optionalModels.filter(({ name }) =>
    supplied.has(name.replace('fct_', '') as StagingTable),
  )
  await runModels(engine, [...models, ...optional], (name) => progress(`building ${name}`))
  progress('checking integrity')
  const after = await db.measured('checks', 'warehouse', () =>
    runChecks(db, dwhChecks(source, raw)),
  )
  const broken = errorLines(after)
  if (broken.length > 0) throw new Error(`The warehouse lost its integrity:\n${indented(broken)}`)
  await recordChecks(engine, [...found, ...after])
  await writeRows(engine, 'source_notes', dwhSchema.source_notes!, [
    ...notesOf(observation),
    ...calendarNotes,
  ])
}

/** Stops on what no model can live with, and on what can hardly be true. */
function refuse({ errors, plausibility }: CheckedObservation): void {
  if (errors.length > 0) {
    throw new InputError(
      `The raw tables cannot be modelled:\n${indented(errors)}\nCorrect these values in the export and run again.`,
    )
  }
  const refused = refusalLines(plausibility.refused)
  if (refused.length > 0) {
    throw new InputError(
      `The data can hardly be true:\n${indented(refused)}\nCorrect the files, or declare that it is so.`,
    )
  }
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n')
}

/** A row of `source_notes`. */
interface SourceNote {
  readonly note_id: string
  readonly severity: 'info' | 'warning'
  readonly statement: string
}

/** What is missing, and what was let pass. */
function notesOf({ lacks, plausibility }: CheckedObservation): SourceNote[] {
  return [
    ...lacks.map(({ id, ...note }) => ({ note_id: id, ...note })),
    ...plausibility.passed.map(({ id, statement }) => ({
      note_id: `let_pass_${id}`,
      severity: 'warning' as const,
      statement: `Let pass though it can hardly be true: ${statement}.`,
    })),
  ]
}

/** `dim_date` over whole years: from the first purchase to the end of the year after the last. */
async function createCalendar(engine: Engine, assumptions: Assumptions): Promise<SourceNote[]> {
  const [years] = await engine.rows<{ first: number | null; last: number | null }>(
    `select
       year(least(min(purchased_at), (select min(date) from stg_marketing_spend))) as first,
       year(greatest(max(purchased_at), (select max(date) from stg_marketing_spend))) as last
     from stg_orders`,
  )
  if (years?.first == null || years.last == null) {
    throw new InputError(NO_ORDER)
  }
  // Loaded only here: the library of holidays takes longer to load than a run that reuses all.
  const { buildCalendar } = await import('./calendar.js')
  const { knowsHolidays } = await import('./holidays.js')
  const country = assumptions.text('place.country')
  const rows = buildCalendar(years.first, years.last + 1, {
    country,
    christmasRunUpFrom: assumptions.text('dwh.christmas_run_up_from'),
    giftRunUpDays: assumptions.number('dwh.gift_run_up_days'),
  })
  await writeRows(engine, 'dim_date', dwhSchema.dim_date!, rows)
  if (knowsHolidays(country)) return []
  const statement = `No holidays of ${country} are known: the calendar has none. Where those of another country come close, declare it as place.country.`
  return [{ note_id: 'no_holidays', severity: 'warning', statement }]
}

async function recordChecks(engine: Engine, results: readonly CheckResult[]): Promise<void> {
  const rows = results.map(({ check, violations, sample }) => ({
    check_id: check.id,
    table_name: check.table,
    kind: check.kind,
    statement: check.statement,
    violations,
    severity: check.severity,
    sample,
  }))
  await writeRows(engine, 'integrity_checks', dwhSchema.integrity_checks!, rows)
}
