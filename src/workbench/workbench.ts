import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type AssumptionChanges,
  type AssumptionRow,
  type Assumptions,
  loadAssumptions,
} from '../assumptions/index.js'
import {
  type Answer,
  type ColumnProfile,
  Database,
  profileTable,
  type QueryTable,
  type Row,
  type Value,
} from '../engine/index.js'
import { InputError } from '../errors.js'
import { homeDir, packageDir } from '../home.js'
import { publishedPlan, type SpendPlan } from '../market/index.js'
import { type StageName, stageNames } from '../schema/artifact-names.js'
import type { SpendPlanTable } from '../stage.js'
import { verifyFile } from './artifact-files.js'
import { type Artifacts, readManifest } from './manifest.js'
import { type ProgressEvent, type RunOutcome, runStages } from './run.js'
import { lastStage, stagesThrough } from './stages.js'

export interface WorkbenchOptions {
  /** Folder of the CSV files. Default: CAUSEWAY_DATA, else `data` or `data/olist` where they hold some, else the bundled sample. */
  readonly data?: string | undefined
  /** Folder of the artifacts. Default: CAUSEWAY_WORKBENCH, else `.causeway`. */
  readonly workbench?: string | undefined
  /** YAML file of assumptions. Default: CAUSEWAY_ASSUMPTIONS, else `data/assumptions.yaml` when it is there. */
  readonly assumptions?: string | undefined
  /** Preset under the file. Default: CAUSEWAY_PRESET, else `default`. */
  readonly preset?: string | undefined
  /** Changes over preset and file. */
  readonly changes?: AssumptionChanges | undefined
  /** Seed of all chance, an integer from 0 to 2^31 - 1. Default: CAUSEWAY_SEED, else 42. */
  readonly seed?: number | undefined
  /** Threads of the engine. Default: all cores. */
  readonly threads?: number | undefined
}

export interface RunOptions {
  /** The last stage to run. Default: all. */
  readonly through?: StageName | undefined
  /** Build every stage anew. Default false. */
  readonly fresh?: boolean | undefined
  /** Go on when lines of a file cannot be loaded. Default false. */
  readonly allowRejects?: boolean | undefined
  readonly onProgress?: ((event: ProgressEvent) => void) | undefined
}

const DEFAULT_SEED = 42

/**
 * Opens a workbench: a folder of published artifacts, the data they come from, and assumptions.
 *
 * @throws InputError on a folder, a file or an assumption that cannot be used
 */
export function openWorkbench(options: WorkbenchOptions = {}): Workbench {
  const env = process.env
  const file = options.assumptions ?? env.CAUSEWAY_ASSUMPTIONS ?? defaultAssumptionsFile()
  const seed = options.seed ?? Number(env.CAUSEWAY_SEED ?? DEFAULT_SEED)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0x7fffffff) {
    throw new InputError(`seed: got ${seed}, allowed an integer from 0 to 2147483647.`)
  }
  return new Workbench({
    dataDir: resolve(options.data ?? env.CAUSEWAY_DATA ?? defaultDataDir()),
    dir: resolve(options.workbench ?? env.CAUSEWAY_WORKBENCH ?? join(homeDir(), '.causeway')),
    assumptions: loadAssumptions({
      preset: options.preset ?? env.CAUSEWAY_PRESET ?? 'default',
      ...(file === undefined ? {} : { file }),
      ...(options.changes ? { changes: options.changes } : {}),
    }),
    seed,
    ...(options.threads ? { threads: options.threads } : {}),
  })
}

/** The first of the home's own folders that holds CSV files, else the bundled sample. */
function defaultDataDir(): string {
  const own = [join(homeDir(), 'data'), join(homeDir(), 'data', 'olist')]
  return own.find(holdsCsv) ?? join(packageDir, 'data', 'sample')
}

function holdsCsv(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((file) => /\.csv(\.gz)?$/.test(file))
}

function defaultAssumptionsFile(): string | undefined {
  const file = join(homeDir(), 'data', 'assumptions.yaml')
  return existsSync(file) ? file : undefined
}

export interface WorkbenchState {
  readonly dataDir: string
  readonly dir: string
  readonly assumptions: Assumptions
  readonly seed: number
  readonly threads?: number
  readonly plan?: SpendPlanTable
}

/**
 * One set of data and assumptions and the artifacts made from them. After a run it keeps to the
 * artifacts of that run, whatever another workbench publishes in the same folder.
 */
export class Workbench {
  readonly #state: WorkbenchState
  #artifacts: Artifacts | undefined
  #inForce: Assumptions | undefined
  #reader: Promise<Database> | undefined

  /** Use {@link openWorkbench}. */
  constructor(state: WorkbenchState) {
    this.#state = state
  }

  /** Folder of the artifacts. */
  get dir(): string {
    return this.#state.dir
  }

  /** Folder of the CSV files. */
  get dataDir(): string {
    return this.#state.dataDir
  }

  /** The seed of all chance. */
  get seed(): number {
    return this.#state.seed
  }

  /** The assumptions in force; after a run, with the channels that its file of spend names. */
  get assumptions(): Assumptions {
    return this.#inForce ?? this.#state.assumptions
  }

  /** The assumptions of one stage (default: all) as rows of a table. */
  assumptionRows(stage?: StageName): AssumptionRow[] {
    return this.assumptions.rows(stage)
  }

  /**
   * The same workbench under changed assumptions; this one stays as it is.
   *
   * @param changes nested, or with dotted keys: `{'market.channels.email_marketing.ctr_bps': 400}`
   * @throws InputError on an unknown key, a wrong unit or a value out of range
   */
  assume(changes: AssumptionChanges): Workbench {
    return new Workbench({ ...this.#state, assumptions: this.#state.assumptions.with(changes) })
  }

  /** The same workbench under another seed. */
  reseed(seed: number): Workbench {
    return new Workbench({ ...this.#state, seed })
  }

  /** The spend plan that stands instead of the assumed one, if any. */
  get spendPlan(): SpendPlanTable | undefined {
    return this.#state.plan
  }

  /** The spend of the published market as a plan, to change and hand to {@link withPlan}. */
  async plan(): Promise<SpendPlan> {
    return publishedPlan(this)
  }

  /**
   * The same workbench under another spend plan; this one stays as it is.
   *
   * @throws InputError when it runs, on a day or a channel that the market does not have
   */
  withPlan(plan: SpendPlan): Workbench {
    return new Workbench({ ...this.#state, plan: plan.columns() })
  }

  /**
   * Runs the stages in order and publishes their artifacts; a stage whose inputs and assumptions
   * are those of a published artifact is reused.
   *
   * @throws InputError when the data or a published file cannot be used
   */
  async run(options: RunOptions = {}): Promise<RunOutcome> {
    const { dataDir, dir, assumptions, seed, threads, plan } = this.#state
    const outcome = await runStages({
      dir,
      stages: stagesThrough(options.through ?? lastStage),
      inputs: {
        dataDir,
        allowRejects: options.allowRejects ?? false,
        ...(plan ? { plan } : {}),
      },
      assumptions,
      seed,
      fresh: options.fresh ?? false,
      ...(threads ? { threads } : {}),
      onProgress: options.onProgress ?? (() => {}),
    })
    await this.close()
    this.#artifacts = outcome.artifacts
    this.#inForce = outcome.assumptions
    return outcome
  }

  /**
   * Asks the artifacts a question in SQL: tables are `raw.orders`, `dwh.fct_orders`,
   * `market.spend_release` and so on. Read-only. Parameters fill `?` in order.
   */
  async query<R = Row>(sql: string, ...parameters: Value[]): Promise<QueryTable<R>> {
    return (await this.#open()).table<R>(sql, ...parameters)
  }

  /** As {@link Workbench.query}, with rows as objects. */
  async rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]> {
    return (await this.#open()).all<T>(sql, ...parameters)
  }

  /**
   * Answers one statement that somebody typed, with dates as dates; it can reach no file and change
   * no setting.
   *
   * @throws InputError on no statement, several, or one that is wrong
   */
  async answer(sql: string): Promise<Answer> {
    return (await this.#open()).answer(sql)
  }

  /**
   * Profiles every column of a table, e.g. `raw.orders`: nulls, distinct values, range, commonest
   * values and shapes.
   *
   * @throws InputError when there is no such table
   */
  async profile(table: string): Promise<ColumnProfile[]> {
    return profileTable(await this.#open(), table)
  }

  /** Closes the artifacts; the next question opens them again. */
  async close(): Promise<void> {
    const reader = this.#reader
    this.#reader = undefined
    if (reader) await (await reader).close()
  }

  #open(): Promise<Database> {
    this.#reader ??= this.#attachAll().catch((error) => {
      this.#reader = undefined
      throw error
    })
    return this.#reader
  }

  async #attachAll(): Promise<Database> {
    const artifacts = this.#artifacts ?? this.#published()
    const { threads } = this.#state
    const db = await Database.create(':memory:', threads ? { threads } : {})
    for (const name of stageNames) {
      const artifact = artifacts[name]
      if (!artifact) continue
      await db.attach(name, join(this.dir, artifact.file))
    }
    return db
  }

  /** What the folder points to, found intact; a run has made sure of that for its own artifacts. */
  #published(): Artifacts {
    const { artifacts } = readManifest(this.dir)
    const found = Object.values(artifacts)
    if (found.length === 0) {
      throw new InputError(`${this.dir} holds no artifacts yet. Run the stages first.`)
    }
    for (const artifact of found) verifyFile(this.dir, artifact)
    return artifacts
  }
}
