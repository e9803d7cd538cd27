import { createHash } from 'node:crypto'
import type { Assumptions } from '../assumptions/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { RunInputs, Stage } from '../stage.js'
import { loadedBuild } from './build-hash.js'
import type { Origin, Origins } from './manifest.js'

/** What decides the artifacts of a run. */
export interface Ingredients {
  readonly inputs: RunInputs
  readonly assumptions: Assumptions
  readonly seed: number
}

/** Where the artifact of one stage comes from, and all that it rests on. */
export interface Lineage extends Origin {
  readonly ancestors: Origins
}

export type Lineages = Partial<Readonly<Record<StageName, Lineage>>>

/**
 * The lineage of every stage's artifact, known before any is built: a key holds what a stage's result
 * depends on and nothing else.
 *
 * @throws InputError when the data cannot be read
 */
export async function lineages(
  stages: readonly Stage[],
  ingredients: Ingredients,
): Promise<Lineages> {
  const found: Partial<Record<StageName, Lineage>> = {}
  for (const stage of stages) {
    const own = await ownOrigin(stage, ingredients)
    const earlier = stage.needs.map((name) => found[name]!.key)
    const key = digest(JSON.stringify({ stage: stage.name, ...own, earlier }))
    found[stage.name] = { key, ...own, ancestors: ancestorsOf(stage, found) }
  }
  return found
}

async function ownOrigin(stage: Stage, { inputs, assumptions, seed }: Ingredients) {
  const values = [
    ...assumptions.rows(stage.name).map(({ id, value }) => [id, value]),
    ...assumptions.pending(stage.name),
  ]
  return {
    build: loadedBuild,
    seed: stage.usesChance ? seed : null,
    outside: digest((await stage.fingerprint?.(inputs)) ?? ''),
    assumptions: digest(JSON.stringify(values)),
  }
}

function ancestorsOf(stage: Stage, found: Partial<Record<StageName, Lineage>>): Origins {
  const ancestors: Partial<Record<StageName, Origin>> = {}
  for (const name of stage.needs) {
    const { ancestors: further, ...own } = found[name]!
    Object.assign(ancestors, further, { [name]: own })
  }
  return ancestors
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
