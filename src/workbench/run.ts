import { mkdirSync } from 'node:fs'
import type { Assumptions } from '../assumptions/index.js'
import type { Limits } from '../engine/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Stage } from '../stage.js'
import { cleanUp, requireWritable, verifyFile } from './artifact-files.js'
import { type BuildFrame, buildArtifact } from './build-artifact.js'
import type { Cluster } from './cluster.js'
import { folderError } from './folder-error.js'
import { inForceAfter } from './in-force.js'
import { KeptInFolder } from './kept-results.js'
import { withLock } from './lock.js'
import {
  type Artifact,
  type Artifacts,
  type Manifest,
  type RunAnswer,
  type RunRecord,
  startingManifest,
  writeManifest,
} from './manifest.js'
import { type Ingredients, type Lineages, lineages } from './origins.js'
import {
  type ProgressEvent,
  RunOutcome,
  type StageMeasurement,
  type StageResult,
} from './outcome.js'
import { planDigest, writePlan } from './plan-file.js'
import {
  findArtifact,
  findRun,
  holdsAll,
  withArtifacts,
  withRun,
  withScenario,
} from './run-records.js'
import type { Verdict } from './verdict.js'
import { libraryVersion } from './version.js'

export interface RunPlan extends Ingredients {
  /** The workbench folder. */
  readonly dir: string
  /** The name to publish under; none for a scenario, which is kept among the recent ones. */
  readonly name?: string | undefined
  /** All stages, in order. */
  readonly stages: readonly Stage[]
  /** The last stage to run. Default: all. */
  readonly through?: StageName | undefined
  readonly preset: string
  /** Build every stage anew, whatever is published. */
  readonly fresh: boolean
  readonly limits?: Limits
  /** Makes the tables of models. Default: this machine. */
  readonly cluster?: Cluster | undefined
  /** Reads what a complete run comes to. */
  readonly readAnswer?: (artifacts: Artifacts) => Promise<RunAnswer | null>
  readonly onProgress: (event: ProgressEvent) => void
  /** Told how long every model, check and law takes; to know it costs some time. */
  /** Told the verdict as soon as it stands, where finance is made anew. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined
  readonly onMeasured?: ((measured: StageMeasurement) => void) | undefined
}

/**
 * Runs stages in order; each is reused when an artifact of the same key is there. What others read
 * changes in one step, when the last stage is done.
 *
 * @throws InputError when what came in is wrong, or the folder cannot hold the artifacts
 */
export async function runStages(plan: RunPlan): Promise<RunOutcome> {
  const waiting = () =>
    plan.onProgress({ stage: plan.stages[0]!.name, message: 'waiting for another run to finish' })
  try {
    mkdirSync(plan.dir, { recursive: true })
    requireWritable(plan.dir)
    return await withLock(plan.dir, waiting, () => runLocked(plan))
  } catch (error) {
    throw folderError(plan.dir, error as Error)
  }
}

async function runLocked(plan: RunPlan): Promise<RunOutcome> {
  const before = startingManifest(plan.dir, plan.fresh)
  cleanUp(plan.dir, before)
  const made = await lineages(plan.stages, plan)
  const { artifacts, results, assumptions } = await makeAll(plan, before, made)
  const record = {
    ...draftOf(plan, artifacts, made),
    in_force: assumptions === plan.assumptions ? null : assumptions.changes(),
    ...basesOf(assumptions),
    answer: await answerOf(plan, artifacts),
  }
  const after = publish(plan, withArtifacts(before, artifacts), record, made)
  if (JSON.stringify(after) !== JSON.stringify(before)) writeManifest(plan.dir, after)
  cleanUp(plan.dir, after)
  return new RunOutcome(results, record)
}

/** Makes or finds the artifact of every stage; what is done so far survives a kill, as recent. */
async function makeAll(plan: RunPlan, before: Manifest, made: Lineages) {
  const artifacts: Partial<Record<StageName, Artifact>> = {}
  const results: StageResult[] = []
  const kept = new KeptInFolder(plan.dir, plan.fresh)
  if (plan.inputs.plan) writePlan(plan.dir, plan.inputs.plan)
  let { assumptions } = plan
  for (const stage of stagesOf(plan)) {
    const started = performance.now()
    const foundBefore = kept.found
    const lineage = made[stage.name]!
    const found = plan.fresh ? undefined : intact(plan.dir, stage.name, lineage.key, before)
    const frame = { ...frameOf({ ...plan, assumptions }, stage), kept }
    const artifact = found ?? (await buildArtifact(frame, stage, lineage, artifacts))
    artifacts[stage.name] = artifact
    assumptions = await inForceAfter(stage.name, { dir: plan.dir, assumptions, artifacts })
    if (!found) {
      const draft = draftOf(plan, artifacts, made)
      writeManifest(plan.dir, withScenario(withArtifacts(before, artifacts), draft))
    }
    const seconds = (performance.now() - started) / 1000
    const { file, rows } = artifact
    results.push({
      ...{ stage: stage.name, file, seconds, reused: found !== undefined, rows },
      kept: kept.found - foundBefore,
    })
  }
  if (results.some(({ reused }) => !reused)) kept.write()
  return { artifacts, results, assumptions }
}

function stagesOf({ stages, through }: RunPlan): readonly Stage[] {
  const last = stages.findIndex(({ name }) => name === through)
  return last < 0 ? stages : stages.slice(0, last + 1)
}

function frameOf(plan: RunPlan, { name: stage }: Stage): BuildFrame {
  const { onProgress, onMeasured, ...frame } = plan
  return {
    ...frame,
    progress: (message) => onProgress({ stage, message }),
    onMeasured: onMeasured && ((measurement) => onMeasured({ stage, ...measurement })),
  }
}

function intact(dir: string, stage: StageName, key: string, manifest: Manifest) {
  const artifact = findArtifact(manifest, stage, key)
  if (artifact) verifyFile(dir, artifact)
  return artifact
}

function draftOf(plan: RunPlan, artifacts: Artifacts, made: Lineages): RunRecord {
  const { inputs, assumptions, seed, preset, stages } = plan
  return {
    made_at: new Date().toISOString(),
    version: libraryVersion,
    data: {
      folder: inputs.dataDir,
      fingerprint: made[stages[0]!.name]!.outside,
      ...(inputs.source === undefined ? {} : { source: inputs.source }),
    },
    preset,
    seed,
    assumptions: assumptions.changes(),
    in_force: null,
    ...basesOf(assumptions),
    plan: inputs.plan ? planDigest(inputs.plan) : null,
    answer: null,
    artifacts: { ...artifacts },
  }
}

function basesOf(assumptions: Assumptions): Pick<RunRecord, 'bases'> {
  const bases = assumptions.bases()
  return Object.keys(bases).length > 0 ? { bases } : {}
}

async function answerOf(plan: RunPlan, artifacts: Artifacts): Promise<RunAnswer | null> {
  return artifacts.finance ? ((await plan.readAnswer?.(artifacts)) ?? null) : null
}

/** The manifest after the run: the run under its name, or the scenario as recent. */
function publish(plan: RunPlan, manifest: Manifest, record: RunRecord, made: Lineages): Manifest {
  if (plan.name === undefined) return withScenario(manifest, record)
  const before = findRun(manifest, plan.name)
  if (!before) return withRun(manifest, plan.name, record)
  const later = laterOf(plan, before, made)
  const whole = { ...record, artifacts: { ...record.artifacts, ...later } }
  const { answer, in_force, bases } = Object.keys(later).length > 0 ? before : record
  const isSame = holdsAll(before, whole) && holdsAll(whole, before)
  return withRun(manifest, plan.name, {
    ...whole,
    answer,
    in_force,
    ...(bases ? { bases } : {}),
    made_at: isSame ? before.made_at : record.made_at,
  })
}

/** Later stages of the published run that this very run would make: they stay, all others go. */
function laterOf(plan: RunPlan, before: RunRecord, made: Lineages): Artifacts {
  const run = stagesOf(plan)
  const kept: Partial<Record<StageName, Artifact>> = {}
  for (const { name } of plan.stages.slice(run.length)) {
    const artifact = before.artifacts[name]
    if (artifact === undefined || artifact.key !== made[name]!.key) break
    kept[name] = artifact
  }
  return kept
}
