import { attributionStage } from '../attribution/index.js'
import { dwhStage } from '../dwh/index.js'
import { InputError } from '../errors.js'
import { financeStage } from '../finance/index.js'
import { judgmentStage } from '../judgment/index.js'
import { marketStage } from '../market/index.js'
import { rawStage } from '../raw/index.js'
import type { Stage } from '../stage.js'

const stages: readonly Stage[] = [
  rawStage,
  dwhStage,
  marketStage,
  attributionStage,
  financeStage,
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
