import { join } from 'node:path'
import { Database, type Limits, reach } from '../engine/index.js'
import { InputError } from '../errors.js'
import { type StageName, stageNames } from '../schema/artifact-names.js'
import { spillPath, verifyFile } from './artifact-files.js'
import { checkChain } from './chain.js'
import type { ParquetFolder, RunRecord } from './manifest.js'
import { verifyStored } from './parquet-folder.js'

/** A run as questions are put to it. */
export interface ReadRun {
  readonly dir: string
  /** Null for a scenario. */
  readonly name: string | null
  readonly record: Pick<RunRecord, 'seed' | 'artifacts'>
}

/** Answers questions to one run at a time; opens it at the first. */
export class RunReader {
  #run: ReadRun | undefined
  #db: Promise<Database> | undefined

  /** @throws InputError when the run cannot be read, or has not the stage that is asked for */
  async ask<T>(run: ReadRun, limits: Limits, question: (db: Database) => Promise<T>): Promise<T> {
    if (this.#run !== run) await this.close()
    this.#run = run
    this.#db ??= attachRun(run, limits).catch((error) => {
      this.#db = undefined
      throw error
    })
    const db = await this.#db
    try {
      return await question(db)
    } catch (error) {
      throw explained(run, error)
    }
  }

  async close(): Promise<void> {
    const db = this.#db
    this.#db = undefined
    if (db) await (await db).close()
  }
}

/**
 * Opens a run for questions, every artifact attached under the name of its stage.
 *
 * @throws InputError when it is no single run, or a file is not what was published
 */
export async function attachRun(run: ReadRun, limits: Limits): Promise<Database> {
  const { dir, record } = run
  checkChain(`${dir}: ${runWords(run)}`, record)
  for (const artifact of Object.values(record.artifacts)) verifyFile(dir, artifact)
  const db = await Database.create(':memory:', { ...limits, spillDir: spillPath(dir) })
  for (const name of stageNames) {
    const artifact = record.artifacts[name]
    if (artifact) await db.attach(name, join(dir, artifact.file))
    if (artifact?.parquet) await reachTables(db, artifact.parquet)
  }
  return db
}

async function reachTables(db: Database, parquet: ParquetFolder): Promise<void> {
  await reach(db, parquet.folder)
  await verifyStored(db, parquet)
  db.mayRead(parquet.folder)
}

/** The run by its name, e.g. `run main`. */
function runWords({ name }: Pick<ReadRun, 'name'>): string {
  return name === null ? 'this scenario' : `run ${name}`
}

const MISSING = /(?:schema|Catalog) "(\w+)" does not exist|there is no table (\w+)\./

/** Says which call makes a stage that a question needs and the run has not; other errors stay. */
function explained(run: ReadRun, error: unknown): unknown {
  const [, schema, table] = MISSING.exec((error as Error).message ?? '') ?? []
  const missing = (schema ?? table) as StageName
  const isAbsent = stageNames.includes(missing) && !run.record.artifacts[missing]
  return isAbsent ? absentStage(run, missing) : error
}

/** What to say when a stage is asked for that a run has not. */
function absentStage(run: ReadRun, stage: StageName): InputError {
  const present = stageNames.filter((name) => run.record.artifacts[name]).join(', ')
  const onRequest = stage === 'decisions'
  const named = run.name === null || run.name === 'main' ? '' : ` --name ${run.name}`
  const command = onRequest ? '`causeway fit`' : `\`causeway run${named}\` with its options`
  const call = `\`await workbench.run(${onRequest ? "{ through: 'decisions' }" : ''})\``
  return new InputError(
    `Stage ${stage} has not run: ${runWords(run)} holds ${present}. Make the rest: ${run.name === null ? '' : `${command}, or `}${call}.`,
  )
}
