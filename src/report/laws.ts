import { literal } from '../engine/index.js'
import { laws, valueText, violationsOf } from '../judgment/index.js'
import type { ShownLaw } from '../notebook/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Workbench } from '../workbench/index.js'

/**
 * Runs the laws over the artifacts that are published so far, under the workbench's assumptions. The
 * defects of reality itself are no laws of a build; the judgment of the whole run has them.
 *
 * @param stage whose laws; default: those of every stage, which all must have run
 * @returns the laws as a notebook shows them, with what is left over
 */
export async function checkLaws(workbench: Workbench, stage?: StageName): Promise<ShownLaw[]> {
  const assumed = assumedBy(workbench)
  const asked = laws.filter(
    (law) => law.impact !== 'reality' && (stage === undefined || law.stage === stage),
  )
  const shown: ShownLaw[] = []
  for (const law of asked) {
    const found = await violationsOf((sql) => workbench.rows(sql), law, assumed)
    const residual = law.unit === 'cents' ? found.amountCents : found.violations
    const { id, statement, unit } = law
    shown.push({ law: id, statement, residual, unit, holds: found.violations === 0 })
  }
  return shown
}

function assumedBy(workbench: Workbench): string {
  const rows = workbench
    .assumptionRows()
    .map(({ id, value }) => `(${literal(id)}, ${literal(valueText(value))})`)
  return `(select id, value from (values ${rows.join(', ')}) as listed (id, value))`
}
