import { createHash } from 'node:crypto'
import { type StageName, stageNames } from '../schema/artifact-names.js'
import type { KeptResults } from '../stage.js'
import type { Violations } from './bench.js'
import type { Declared } from './declared.js'
import type { Law } from './law.js'
import type { WorkingTable } from './working/working-table.js'

/** The keys of the artifacts that are judged. */
export type ArtifactKeys = Partial<Readonly<Record<StageName, string>>>

/** What laws said to the same artifacts under the same assumptions before. */
export class KeptLaws {
  readonly #results: KeptResults
  readonly #artifacts: ArtifactKeys
  readonly #declared: Declared

  constructor(results: KeptResults, artifacts: ArtifactKeys, declared: Declared) {
    this.#results = results
    this.#artifacts = artifacts
    this.#declared = declared
  }

  find(law: Law): Violations | undefined {
    const key = this.#keyOf(law)
    return key === undefined ? undefined : (this.#results.find(key) as Violations | undefined)
  }

  keep(law: Law, violations: Violations): void {
    const key = this.#keyOf(law)
    if (key !== undefined) this.#results.keep(key, violations)
  }

  /**
   * All that the answer depends on: the artifacts that the law reads (whose keys hold the library's
   * build, the seed, a plan given by hand and the assumptions of their stages) and the assumptions that
   * it needs. None where it reads what has no key.
   */
  #keyOf(law: Law): string | undefined {
    const stages = stagesRead(law)
    if (stages.some((stage) => this.#artifacts[stage] === undefined)) return undefined
    const keys = stages.map((stage) => this.#artifacts[stage])
    const ingredients = [law.id, keys, this.#declared.entries(law.needs)]
    return createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 32)
  }
}

/** The artifacts that a law reads, itself or by its working tables, and the one that it speaks of. */
export function stagesRead({ stage, sql, uses }: Pick<Law, 'stage' | 'sql' | 'uses'>): StageName[] {
  const texts = [sql, ...uses.flatMap(textsOf)]
  const found = new Set<string>([stage])
  for (const text of texts) {
    for (const [, name] of text.matchAll(/\b([a-z]+)\.[a-z]\w*/g)) found.add(name!)
  }
  return stageNames.filter((name) => found.has(name))
}

function textsOf({ select, reads = [], uses }: WorkingTable): string[] {
  return [...(typeof select === 'string' ? [select] : []), ...reads, ...uses.flatMap(textsOf)]
}
