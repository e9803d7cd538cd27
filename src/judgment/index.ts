import type { Assumptions, AssumptionValue } from '../assumptions/index.js'
import type { Database } from '../engine/index.js'
import { judgmentSchema } from '../schema/judgment.js'
import type { Stage, StageContext } from '../stage.js'
import { runLaws } from './run-laws.js'

export type { Impact, Law } from './law.js'
export { laws } from './laws/index.js'
export {
  type AskRows,
  type Finding,
  type JudgeOptions,
  runLaws,
  type Violations,
  violationsOf,
} from './run-laws.js'
export type { Severity } from './severity.js'

/** The last stage: every law over the published tables, and what the run was made with. */
export const judgmentStage: Stage = {
  name: 'judgment',
  needs: ['raw', 'dwh', 'market', 'attribution', 'finance'],
  schema: judgmentSchema,
  build,
}

async function build({ db, assumptions, progress }: StageContext): Promise<void> {
  await writeAssumptions(db, assumptions)
  progress('judging the run')
  const findings = await runLaws((sql) => db.all(sql), { assumed: 'assumptions' })
  await db.createTable('laws', judgmentSchema.laws!)
  await db.append('laws', judgmentSchema.laws!, byColumn(findings, judgmentSchema.laws!.columns))
}

async function writeAssumptions(db: Database, assumptions: Assumptions): Promise<void> {
  const schema = judgmentSchema.assumptions!
  const rows = assumptions
    .rows()
    .map(({ id, value, unit, stage }) => ({ id, value: valueText(value), unit, stage }))
  await db.createTable('assumptions', schema)
  await db.append('assumptions', schema, byColumn(rows, schema.columns))
}

/** A value of an assumption as laws read it. */
export function valueText(value: AssumptionValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value)
}

function byColumn<T extends object>(rows: readonly T[], columns: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.keys(columns).map((column) => [
      column,
      rows.map((row) => row[column as keyof T] as never),
    ]),
  )
}
