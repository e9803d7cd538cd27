import { InputError } from '../errors.js'
import { type StageName, stageNames } from '../schema/artifact-names.js'
import type { Origin, RunRecord } from './manifest.js'

/** What must be one chain. */
type Chain = Pick<RunRecord, 'seed' | 'artifacts'>

/**
 * Makes sure that a run is one chain: every artifact made from those that stand beside it, under the
 * run's own seed.
 *
 * @param where how to name the run, e.g. `run main of my-shop/.causeway`
 * @throws InputError naming the stages that do not belong together and what differs
 */
export function checkChain(where: string, record: Chain): void {
  const problems = stageNames.flatMap((stage) => brokenLinks(stage, record))
  if (problems.length === 0) return
  throw new InputError(
    `${where} is a mixture of several runs: ${problems.join('; ')}. No figure of it can be trusted. Make it anew: \`causeway run\`.`,
  )
}

function brokenLinks(stage: StageName, { seed, artifacts }: Chain): string[] {
  const artifact = artifacts[stage]
  if (!artifact) return []
  const found: string[] = []
  if (artifact.seed !== null && artifact.seed !== seed) {
    found.push(`${stage} was made under seed ${artifact.seed}, the run under ${seed}`)
  }
  for (const name of stageNames) {
    const origin = artifact.ancestors[name]
    const beside = artifacts[name]
    if (!origin || origin.key === beside?.key) continue
    if (!beside) found.push(`${stage} was made from ${name}, which is not there`)
    else found.push(...differences(origin, beside).map((words) => linkWords(stage, name, words)))
  }
  return found
}

function linkWords(stage: StageName, name: StageName, { made, beside }: Words): string {
  return `${stage} was made from ${name} ${made}, beside it stands ${name} ${beside}`
}

interface Words {
  readonly made: string
  readonly beside: string
}

/** What differs between two artifacts of one stage. */
function differences(origin: Origin, beside: Origin): Words[] {
  const found: Words[] = []
  if (origin.seed !== beside.seed) {
    found.push({ made: `of seed ${origin.seed}`, beside: `of seed ${beside.seed}` })
  }
  if (origin.outside !== beside.outside) {
    found.push({ made: 'of other data or another spend plan', beside: 'of its own' })
  }
  if (origin.assumptions !== beside.assumptions) {
    found.push({ made: 'under other assumptions', beside: 'under its own' })
  }
  if (origin.build !== beside.build) {
    found.push({ made: 'by another build of the library', beside: 'by its own' })
  }
  return found.length > 0 ? found : [{ made: 'of another run', beside: 'of its own' }]
}
