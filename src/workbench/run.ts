import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Assumptions } from '../assumptions/index.js'
import { countRows, Database, schemaDifferences } from '../engine/index.js'
import { InputError } from '../errors.js'
import { assumptionsInForce } from '../market/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { RunInputs, Stage } from '../stage.js'
import { buildingPath, cleanUp, publishFile, verifyFile } from './artifact-files.js'
import { loadedBuild } from './build-hash.js'
import { folderError } from './folder-error.js'
import { withLock } from './lock.js'
import {
  type Artifact,
  type Artifacts,
  findArtifact,
  type Manifest,
  readManifest,
  withArtifact,
  writeManifest,
} from './manifest.js'

export interface RunPlan {
  /** The workbench folder. */
  readonly dir: string
  /** The stages to run, in order. */
  readonly stages: readonly Stage[]
  readonly inputs: RunInputs
  readonly assumptions: Assumptions
  readonly seed: number
  /** Build every stage anew, whatever is published. */
  readonly fresh: boolean
  /** Threads of the engine; default all cores. */
  readonly threads?: number
  readonly onProgress: (event: ProgressEvent) => void
}

/** What a run tells while it works. */
export interface ProgressEvent {
  readonly stage: StageName
  readonly message: string
}

/** How one stage went. */
export interface StageResult {
  readonly stage: StageName
  readonly file: string
  readonly seconds: number
  /** Nothing had changed: the published artifact was used. */
  readonly reused: boolean
  readonly rows: Readonly<Record<string, number>>
}

export interface RunOutcome {
  readonly stages: readonly StageResult[]
  readonly artifacts: Artifacts
  /** Those declared, with the channels that a file of spend names. */
  readonly assumptions: Assumptions
}

/**
 * Runs stages in order; each is reused when an artifact of the same key is published.
 *
 * @throws InputError when what came in is wrong, or the folder cannot hold the artifacts
 */
export async function runStages(plan: RunPlan): Promise<RunOutcome> {
  try {
    mkdirSync(plan.dir, { recursive: true })
    return await runLocked(plan)
  } catch (error) {
    throw folderError(plan.dir, error as Error)
  }
}

async function runLocked(plan: RunPlan): Promise<RunOutcome> {
  const waiting = () =>
    plan.onProgress({ stage: plan.stages[0]!.name, message: 'waiting for another run to finish' })
  return withLock(plan.dir, waiting, async () => {
    let manifest = startingManifest(plan)
    cleanUp(plan.dir, manifest)
    const done: Record<string, Artifact> = {}
    const results: StageResult[] = []
    let assumptions = plan.assumptions
    for (const stage of plan.stages) {
      const started = performance.now()
      const key = await artifactKey(plan, stage, done)
      const found = plan.fresh ? undefined : intact(plan.dir, stage, key, manifest)
      const artifact = found ?? (await buildArtifact({ ...plan, assumptions }, stage, key, done))
      if (manifest.artifacts[stage.name] !== artifact) {
        manifest = withArtifact(manifest, stage.name, artifact)
        writeManifest(plan.dir, manifest)
      }
      done[stage.name] = artifact
      if (stage.name === 'market') assumptions = await afterMarket(plan, done.raw!)
      const seconds = (performance.now() - started) / 1000
      const { file, rows } = artifact
      results.push({ stage: stage.name, file, seconds, reused: found !== undefined, rows })
    }
    cleanUp(plan.dir, manifest)
    return { stages: results, artifacts: done, assumptions }
  })
}

/** The assumptions that hold from the market on: with the channels of the file of spend, if any. */
async function afterMarket({ dir, assumptions }: RunPlan, raw: Artifact): Promise<Assumptions> {
  if (raw.rows.marketing_spend === undefined) return assumptions
  const db = await Database.create(':memory:')
  try {
    await db.attach('raw', join(dir, raw.file))
    return await assumptionsInForce({ assumptions, rows: db.rows.bind(db) })
  } finally {
    await db.close()
  }
}

/** With `fresh`, a manifest that cannot be read is no reason to stop. */
function startingManifest(plan: RunPlan): Manifest {
  try {
    return readManifest(plan.dir)
  } catch (error) {
    if (!plan.fresh || !(error instanceof InputError)) throw error
    return { version: 1, artifacts: {}, shelf: {} }
  }
}

function intact(dir: string, stage: Stage, key: string, manifest: Manifest): Artifact | undefined {
  const artifact = findArtifact(manifest, stage.name, key)
  if (artifact) verifyFile(dir, artifact)
  return artifact
}

async function artifactKey(
  plan: RunPlan,
  stage: Stage,
  done: Readonly<Record<string, Artifact>>,
): Promise<string> {
  const values = plan.assumptions.rows(stage.name).map(({ id, value }) => [id, value])
  const content = JSON.stringify({
    build: loadedBuild,
    stage: stage.name,
    seed: plan.seed,
    outside: (await stage.fingerprint?.(plan.inputs)) ?? '',
    earlier: stage.needs.map((name) => done[name]!.key),
    values,
  })
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

async function buildArtifact(
  plan: RunPlan,
  stage: Stage,
  key: string,
  done: Readonly<Record<string, Artifact>>,
): Promise<Artifact> {
  const building = buildingPath(plan.dir, stage.name)
  try {
    const rows = await buildInto(building, plan, stage, done)
    return publishFile(plan.dir, building, stage.name, { key, seed: plan.seed, rows })
  } finally {
    for (const path of [building, `${building}.wal`, `${building}.tmp`]) {
      if (existsSync(path)) rmSync(path, { force: true, recursive: true })
    }
  }
}

/** Half the engine's own: tables of a hundred thousand rows are then written once, not twice. */
const ROW_GROUP_ROWS = 61_440

async function buildInto(
  path: string,
  plan: RunPlan,
  stage: Stage,
  done: Readonly<Record<string, Artifact>>,
): Promise<Record<string, number>> {
  const db = await Database.create(path, {
    rowGroupRows: ROW_GROUP_ROWS,
    ...(plan.threads ? { threads: plan.threads } : {}),
  })
  try {
    for (const name of stage.needs) await db.attach(name, join(plan.dir, done[name]!.file))
    await stage.build({
      db,
      assumptions: plan.assumptions,
      seed: plan.seed,
      inputs: plan.inputs,
      progress: (message) => plan.onProgress({ stage: stage.name, message }),
    })
    const differences = await schemaDifferences(db, stage.schema)
    if (differences.length > 0) {
      throw new Error(`Stage ${stage.name} broke its declared tables:\n${differences.join('\n')}`)
    }
    const rows = await countRows(db)
    await db.checkpoint()
    return rows
  } finally {
    await db.close()
  }
}
