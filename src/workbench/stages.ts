import { attributionStage } from '../attribution/index.js'
import { decisionsStage } from '../decisions/index.js'
import { dwhStage } from '../dwh/index.js'
import { InputError } from '../errors.js'
import { financeStage } from '../finance/index.js'
import { judgmentStage } from '../judgment/index.js'
import { marketStage } from '../market/index.js'
import { rawStage } from '../raw/index.js'
import type { Stage } from '../stage.js'
import type { RunRecord } from './manifest.js'
import { RunOutcome } from './outcome.js'

/** All stages, in order; the last is made on request only. */
export const allStages: readonly Stage[] = [
  rawStage,
  dwhStage,
  marketStage,
  attributionStage,
  financeStage,
  judgmentStage,
  decisionsStage,
]

/**
 * The stages from the first up to and including one.
 *
 * @throws InputError on a name that is no stage
 */
export function stagesThrough(name: string): readonly Stage[] {
  const last = allStages.findIndex((stage) => stage.name === name)
  if (last >= 0) return allStages.slice(0, last + 1)
  const allowed = allStages.map((stage) => stage.name).join(', ')
  throw new InputError(`through: got '${name}', allowed ${allowed}.`)
}

/** The outcome of a run that was already made. */
export function reusedOutcome(stages: readonly Stage[], record: RunRecord): RunOutcome {
  const results = stages.map(({ name: stage }) => {
    const { file, rows } = record.artifacts[stage]!
    return { stage, file, rows, seconds: 0, reused: true, kept: 0 }
  })
  return new RunOutcome(results, record)
}
