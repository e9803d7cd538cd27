import { literal } from '../engine/index.js'
import { assumedRows, type JudgedUnder, laws, runLaws } from '../judgment/index.js'
import { assumptionsInForce } from '../market/index.js'
import type { ShownLaw } from '../notebook/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Workbench } from '../workbench/index.js'

/**
 * Runs the laws over the artifacts that are published so far, under the workbench's assumptions. The
 * defects of reality itself are no laws of a build; the judgment of the whole run has them.
 *
 * @param stage whose laws; default: those of every stage, which all must have run
 * @returns the laws that the run's source allows to ask, with what is left over
 */
export async function checkLaws(workbench: Workbench, stage?: StageName): Promise<ShownLaw[]> {
  const asked = laws.filter(
    (law) => law.impact !== 'reality' && (stage === undefined || law.stage === stage),
  )
  const findings = await runLaws((sql) => workbench.rows(sql), {
    ...(await judgedUnder(workbench)),
    only: asked,
  })
  const units = new Map(asked.map(({ id, unit }) => [id, unit]))
  return findings.map(({ law_id, statement, violations, amount_cents }) => {
    const unit = units.get(law_id)!
    const residual = unit === 'cents' ? amount_cents : violations
    return { law: law_id, statement, residual, unit, holds: violations === 0 }
  })
}

/** The workbench's own assumptions and plan, as laws read them. */
async function judgedUnder(workbench: Workbench): Promise<JudgedUnder> {
  const inForce = await assumptionsInForce({
    assumptions: workbench.assumptions,
    rows: (sql) => workbench.rows(sql),
  })
  const rows = assumedRows(inForce, workbench.seed).map(
    ({ id, value }) => `(${literal(id)}, ${literal(value)})`,
  )
  const plan = workbench.spendPlan
  const cells = plan?.channel.map(
    (channel, i) =>
      `(${literal(channel)}, date ${literal(plan.date[i]!)}, ${plan.spend_cents[i]!})`,
  )
  return {
    assumed: `(select id, value from (values ${rows.join(', ')}) as listed (id, value))`,
    planned: `(select * from (values ${cells?.join(', ') ?? `('', date '1970-01-01', 0)`})
      as listed (channel, date, spend_cents) where channel <> '')`,
  }
}
