import type { Assumptions, AssumptionValue } from '../assumptions/index.js'
import { type Database, writeRows } from '../engine/index.js'
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
  await writeRows(db, 'laws', judgmentSchema.laws!, findings)
}

async function writeAssumptions(db: Database, assumptions: Assumptions): Promise<void> {
  const rows = assumptions
    .rows()
    .filter(({ stage }) => stage !== 'decisions')
    .map(({ id, value, unit, stage }) => ({ id, value: valueText(value), unit, stage }))
  await writeRows(db, 'assumptions', judgmentSchema.assumptions!, rows)
}

/** A value of an assumption as laws read it. */
export function valueText(value: AssumptionValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value)
}
