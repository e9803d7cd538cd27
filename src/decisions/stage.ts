import { type Database, writeRows } from '../engine/index.js'
import { decisionsSchema } from '../schema/decisions.js'
import type { Stage, StageContext } from '../stage.js'
import { calibrate } from './calibrate/calibration.js'
import { decide, rulesOf } from './decide.js'
import type { PriorKind } from './fit/prior.js'
import { readDecisions } from './read-run.js'
import { sensitivityOf, verdictRangesOf } from './sensitivity/run-sensitivity.js'
import { calibrationRow } from './tables/calibration.js'
import { fitTables } from './tables/fit.js'
import { planTables } from './tables/plans.js'
import { sensitivityRow, verdictRangeRow } from './tables/sensitivity.js'
import { valueTables } from './tables/value.js'

/**
 * What marketing caused, what should change, and how sure that is. Made on request, after the
 * judgment: nothing before it rests on it.
 */
export const decisionsStage: Stage = {
  name: 'decisions',
  needs: ['raw', 'dwh', 'market', 'attribution', 'finance'],
  usesChance: true,
  schema: decisionsSchema,
  build,
}

async function build({ db, assumptions, seed, inputs, progress }: StageContext): Promise<void> {
  const source = { rows: db.rows.bind(db) }
  progress('reading spend, clicks, orders and lift tests')
  const run = await readDecisions({ ...source, assumptions })
  const decisions = decide(run, {
    ...rulesOf({ assumptions }),
    prior: assumptions.text('decisions.prior') as PriorKind,
    seed,
    progress,
  })
  progress('looking for assumptions under which attribution gives what was caused')
  const calibrated = await calibrate(decisions.fit, source, assumptions)
  progress('varying every assumption over its range')
  const asked = { ...source, assumptions, seed, spendPlan: inputs.plan }
  const hangsOn = await sensitivityOf(asked, {}, { run, fit: decisions.fit })
  progress('drawing the verdict many times')
  const draws = assumptions.number('decisions.verdict_draws')
  const ranges = await verdictRangesOf(asked, draws)
  const tables = {
    ...fitTables(decisions),
    ...valueTables(decisions),
    ...planTables(decisions),
    calibration: calibrated.map(calibrationRow),
    sensitivity: hangsOn.map(sensitivityRow),
    verdict_range: ranges.map((range) => verdictRangeRow(range, draws)),
  }
  for (const [name, rows] of Object.entries(tables)) await writeTable(db, name, rows)
}

async function writeTable(db: Database, name: string, rows: readonly object[]): Promise<void> {
  await writeRows(db, name, decisionsSchema[name]!, rows)
}
