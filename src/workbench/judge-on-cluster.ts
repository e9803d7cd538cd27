import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { clearPlace, type Limits } from '../engine/index.js'
import { type SparkEngine, SparkError } from '../engine/spark/index.js'
import { type Elsewhere, type Finding, runLaws } from '../judgment/index.js'
import { stageNames } from '../schema/artifact-names.js'
import { Cluster, type ClusterOptions } from './cluster.js'
import { withLock } from './lock.js'
import { claimFolder, claimOf } from './parquet-folder.js'
import { attachRun, type ReadRun } from './reader.js'

/** What laws said on a cluster. */
export interface ClusterFindings {
  readonly findings: readonly Finding[]
  /** Laws that the cluster answered, by id. */
  readonly answeredThere: readonly string[]
  /** Laws that DuckDB answered here, over the same tables, since the cluster could not. */
  readonly answeredHere: readonly string[]
}

/**
 * Runs every law over a run with a cluster's engine: working tables are made and laws are counted there,
 * where the tables are. What Spark cannot say of DuckDB's SQL is asked here. What laws write under the
 * cluster's root goes at the end; artifacts that only DuckDB held stay there with their run.
 *
 * @throws InputError when the server cannot be reached or goes away, or the work is stopped
 */
export async function judgeOnCluster(
  run: ReadRun,
  limits: Limits,
  options: ClusterOptions,
  progress: (message: string) => void,
): Promise<ClusterFindings> {
  const { dir, record } = run
  const cluster = new Cluster(options)
  return withLock(
    dir,
    () => progress('waiting for another run'),
    async () => {
      const db = await attachRun(run, limits)
      const file = `check-${randomUUID().slice(0, 8)}.duckdb`
      const folder = claimFolder(dir, file, cluster.root)
      const needs = stageNames.flatMap((name) => {
        const artifact = record.artifacts[name]
        return artifact ? [[name, artifact.file] as const] : []
      })
      const frame = { dir, db, folder, earlier: record.artifacts, needs, progress }
      try {
        return await cluster.build(frame, judged, 'laws')
      } finally {
        await db.close()
        clearPlace(folder)
        rmSync(join(dir, claimOf(file)), { force: true })
      }
    },
  )
}

/**
 * Runs every law with an engine that sees the artifacts.
 *
 * @throws InputError when the engine goes away, or the work is stopped
 */
export async function judged(engine: SparkEngine): Promise<ClusterFindings> {
  const elsewhere = new OnCluster(engine)
  const findings = await runLaws((sql) => engine.rows(sql), { elsewhere })
  elsewhere.refuseLost()
  const ids = findings.map(({ law_id }) => law_id)
  const { here } = elsewhere
  return {
    findings,
    answeredThere: ids.filter((id) => !here.has(id)),
    answeredHere: ids.filter((id) => here.has(id)),
  }
}

/** Asks the cluster; and DuckDB, over the same tables, what the cluster cannot answer. */
class OnCluster implements Elsewhere {
  readonly #engine: SparkEngine
  /** What was answered here. */
  readonly here = new Set<string>()
  /** Why the cluster can be asked no more. A law would take it for its own failure. */
  #lost: unknown

  constructor(engine: SparkEngine) {
    this.#engine = engine
  }

  /** @throws InputError when the cluster went away, or the work was stopped */
  refuseLost(): void {
    if (this.#lost) throw this.#lost
  }

  async makeTable(name: string, select: string): Promise<void> {
    await this.#there(
      () => this.#engine.makeTable(name, select, 'temporary'),
      () => this.#engine.makeHere(name, select),
    )
  }

  answer<T>(question: string, select: string): Promise<T[]> {
    return this.#there(
      () => this.#engine.answer<T>(question, select),
      () => {
        this.here.add(question)
        return this.#engine.rows<T>(select)
      },
    )
  }

  async #there<T>(ask: () => Promise<T>, askHere: () => Promise<T>): Promise<T> {
    this.refuseLost()
    try {
      return await ask()
    } catch (error) {
      if (error instanceof SparkError) return askHere()
      this.#lost = error
      throw error
    }
  }
}
