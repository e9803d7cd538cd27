import type { Assumptions } from './assumptions/index.js'
import type { Database, Engine, Row } from './engine/index.js'
import type { StageName } from './schema/artifact-names.js'
import type { ArtifactSchema } from './schema/column.js'

/** A spend plan given by hand, by columns: it stands instead of the assumed one. */
export interface SpendPlanTable {
  readonly channel: readonly string[]
  /** Days as YYYY-MM-DD. */
  readonly date: readonly string[]
  readonly spend_cents: readonly number[]
}

/** What a run reads from outside, apart from assumptions and seed. */
export interface RunInputs {
  /** Folder of the CSV files. */
  readonly dataDir: string
  /** The source to read the files as. Default: the one that the folder shows. */
  readonly source?: string
  /** Go on when lines of a file cannot be loaded, and report them. */
  readonly allowRejects: boolean
  /** A spend plan that replaces the assumed one. */
  readonly plan?: SpendPlanTable
}

/** Results of earlier builds, each under a key of all that it depends on. Results are plain JSON. */
export interface KeptResults {
  find(key: string): unknown
  keep(key: string, result: unknown): void
}

export interface StageContext {
  /** The new artifact, open for writing; artifacts of earlier stages are attached by name. */
  readonly db: Database
  /** What makes the tables of models. Default: the same database; else a cluster, whose tables it then shows. */
  readonly engine?: Engine
  readonly assumptions: Assumptions
  /** Integer, 0 to 2^31 - 1; 0 for a stage that does not use chance. */
  readonly seed: number
  readonly inputs: RunInputs
  /** Keys of the earlier artifacts: two artifacts of one key hold the same tables. */
  readonly keys?: Partial<Readonly<Record<StageName, string>>>
  /** What need not be worked out again. Default: nothing. */
  readonly kept?: KeptResults
  /** Told what the run comes to as soon as it is known, before the rest is made: a row of `finance.verdict`. */
  answered?(verdict: Row): void
  /** Tells what is being done, in a few words. */
  progress(message: string): void
}

/**
 * A stage is a pure function: (earlier artifacts, its assumptions, a seed) -> one new artifact. The
 * seed is given to stages that use chance only, so that another seed leaves the others as they are.
 */
export interface Stage {
  readonly name: StageName
  /** Earlier artifacts it reads. */
  readonly needs: readonly StageName[]
  /** Whether it draws random numbers: then the seed is part of its key. Default false. */
  readonly usesChance?: boolean
  /** The tables it makes; checked before publishing. */
  readonly schema: ArtifactSchema
  /** Its models may run on a cluster: all that it makes goes through the engine. Default false. */
  readonly hasModels?: boolean
  /** Tables of text may stand beside those declared: the files of other sources. Default false. */
  readonly hasOwnTables?: boolean
  /** Identifies what it reads from outside; enters the artifact's key. Default: nothing. */
  fingerprint?(inputs: RunInputs): Promise<string>
  /** Makes the tables. Throws {@link InputError} when what came in is wrong. */
  build(context: StageContext): Promise<void>
}
