import type { Assumptions, AssumptionValue } from '../assumptions/index.js'
import { MOST_CONNECTIONS, onConnections, writeRows } from '../engine/index.js'
import { minorDigits } from '../format/index.js'
import { judgmentSchema } from '../schema/judgment.js'
import type { SpendPlanTable, Stage, StageContext } from '../stage.js'
import { dayOf } from '../time/calendar.js'
import { readBasis } from './basis.js'
import { type Finding, runLaws } from './run-laws.js'

export {
  type ChannelBases,
  type FigureBasis,
  type GroundBasis,
  PAID_SQL,
  type RunBasis,
  readBasis,
} from './basis.js'
export type { Elsewhere, JudgedUnder } from './bench.js'
export type { Fault, Figure, Impact, Law } from './law.js'
export { laws } from './laws/index.js'
export { type Finding, type JudgeOptions, runLaws } from './run-laws.js'
export type { Severity } from './severity.js'

/** Whether no law is critically broken. */
export function isConsistent(findings: readonly Pick<Finding, 'severity'>[]): boolean {
  return findings.every(({ severity }) => severity !== 'critical')
}

/** The last stage: every law over the published tables, what the run was made with and rests on. */
export const judgmentStage: Stage = {
  name: 'judgment',
  needs: ['raw', 'dwh', 'market', 'attribution', 'finance'],
  usesChance: true,
  schema: judgmentSchema,
  build,
}

async function build(context: StageContext): Promise<void> {
  const { db, assumptions, seed, inputs, progress } = context
  const write = (name: string, rows: readonly object[]) =>
    writeRows(db, name, judgmentSchema[name]!, rows)
  await write('assumptions', assumedRows(assumptions, seed))
  await write('spend_plan', planRows(inputs.plan))
  progress('judging the run')
  const findings = await judgeStages(context)
  await write('laws', findings)
  const { evidence, grounds, figures } = await readBasis((sql) => db.rows(sql))
  await write('grounds', grounds)
  await write('basis', figures)
  await write('summary', [{ consistent: isConsistent(findings), evidence }])
}

/** Judges on as many connections as there are threads, which see each other's working tables. */
async function judgeStages({ db, keys, kept }: StageContext): Promise<Finding[]> {
  const [own] = await db.rows<{ name: string }>('select current_database() as name')
  const name = own!.name
  await db.exec(`attach ':memory:' as bench`)
  try {
    return await onConnections(db, MOST_CONNECTIONS, async (desks) => {
      for (const desk of desks) await desk.exec(`set search_path = '${name}.main,bench.main'`)
      const under = { assumed: `${name}.main.assumptions`, planned: `${name}.main.spend_plan` }
      const before = kept && keys ? { kept: { results: kept, artifacts: keys } } : {}
      return runLaws((sql) => db.rows(sql), { ...under, ...before, desks })
    })
  } finally {
    await db.exec(`use ${name}; detach bench`)
  }
}

/** What a run was made with, as laws read it: every assumption, the seed and the currency's minor units. */
export function assumedRows(assumptions: Assumptions, seed: number) {
  const rows = assumptions
    .rows()
    .filter(({ stage }) => stage !== 'decisions')
    .map(({ id, value, unit, stage }) => ({ id, value: valueText(value), unit, stage }))
  const minorUnits = 10 ** minorDigits(assumptions.text('place.currency'))
  return [
    ...rows,
    { id: 'seed', value: String(seed), unit: 'count', stage: 'market' },
    { id: 'minor_units', value: String(minorUnits), unit: 'count', stage: 'dwh' },
  ]
}

export function valueText(value: AssumptionValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value)
}

/** A plan given by hand; empty without one. */
function planRows(plan: SpendPlanTable | undefined) {
  return (plan?.channel ?? []).map((channel, i) => ({
    channel,
    date: dayOf(plan!.date[i]!),
    spend_cents: plan!.spend_cents[i]!,
  }))
}
