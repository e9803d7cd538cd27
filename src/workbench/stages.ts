import { attributionStage } from '../attribution/index.js'
import { InputError } from '../errors.js'
import { financialsStage } from '../financials/index.js'
import { infrastructureStage } from '../infrastructure/index.js'
import { judgmentStage } from '../judgment/index.js'
import { marketStage } from '../market/index.js'
import type { Stage } from '../stage.js'
import { warehouseStage } from '../warehouse/index.js'

const stages: readonly Stage[] = [
  infrastructureStage,
  warehouseStage,
  marketStage,
  attributionStage,
  financialsStage,
  judgmentStage,
]

/**
 * The stages from the first up to and including one.
 *
 * @throws InputError on a name that is no stage
 */
export function stagesThrough(name: string): readonly Stage[] {
  const last = stages.findIndex((stage) => stage.name === name)
  if (last >= 0) return stages.slice(0, last + 1)
  const allowed = stages.map((stage) => stage.name).join(', ')
  throw new InputError(`through: got '${name}', allowed ${allowed}.`)
}

/** The name of the last stage. */
export const lastStage = stages[stages.length - 1]!.name
