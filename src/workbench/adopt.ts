import type { Limits } from '../engine/index.js'
import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'
import {
  type Artifact,
  type Artifacts,
  type Manifest,
  type RunRecord,
  readManifest,
} from './manifest.js'
import { type Lineages, lineages } from './origins.js'
import type { ReadRun } from './reader.js'
import { findArtifact, findRun, namedRun } from './run-records.js'
import {
  contradictions,
  inputsOf,
  type RunSettings,
  type SettingsOptions,
  settingsOf,
} from './settings.js'
import { allStages } from './stages.js'

/** What a workbench begins with. */
export interface WorkbenchState {
  readonly dir: string
  readonly limits: Limits
  /** The run it reads and publishes; none for a scenario. */
  readonly name?: string
  readonly settings: RunSettings
  /** What the settings were loaded from, to load them anew before each run. */
  readonly options?: SettingsOptions
  /** A run that is opened as it was made. */
  readonly record?: RunRecord
}

/** A run and the settings that it was made from. */
export interface OpenedRun extends ReadRun {
  readonly record: RunRecord
  readonly settings: RunSettings
}

/** The published run of a workbench, where it is what was asked for. */
export function adoptRun({ dir, name, settings: asked, options }: WorkbenchState) {
  if (name === undefined || options === undefined) return undefined
  const manifest = manifestIfAny(dir)
  const record = manifest && findRun(manifest, name)
  if (!record) return undefined
  const settings = settingsOf(dir, record)
  if (contradictions(options, asked, settings).length > 0) return undefined
  return { dir, name, record, settings }
}

/** A manifest that cannot be read is told of when a question is asked. */
function manifestIfAny(dir: string): Manifest | undefined {
  try {
    return readManifest(dir)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/**
 * What a workbench that has not run shares with what is there: every stage, from the first, that its
 * run would reuse.
 *
 * @throws InputError when there is none
 */
export async function sharedRun(state: WorkbenchState): Promise<ReadRun> {
  const { dir, name = null, settings } = state
  const artifacts = await sharedArtifacts(readManifest(dir), settings)
  if (!artifacts.raw) refuseUnknown(state)
  return { dir, name, record: { seed: settings.seed, artifacts } }
}

async function sharedArtifacts(manifest: Manifest, settings: RunSettings): Promise<Artifacts> {
  const found: Partial<Record<StageName, Artifact>> = {}
  const made = await lineages(allStages, { ...settings, inputs: inputsOf(settings) }).catch(
    (error): Lineages => {
      if (error instanceof InputError) return {}
      throw error
    },
  )
  for (const { name } of allStages) {
    const key = made[name]?.key
    const artifact = key === undefined ? undefined : findArtifact(manifest, name, key)
    if (!artifact) break
    found[name] = artifact
  }
  return found
}

/** Says why there is no run to put a question to. */
function refuseUnknown(state: WorkbenchState): never {
  const { dir, name, settings: asked, options } = state
  if (name === undefined || options === undefined) {
    throw new InputError('This scenario has not run. Call `await scenario.run()` first.')
  }
  const record = namedRun(dir, readManifest(dir), name)
  const differences = contradictions(options, asked, settingsOf(dir, record)).join('; it ')
  throw new InputError(
    `${dir}: run ${name} ${differences}. Call \`await workbench.run()\` first, or open the run as it was made: openWorkbench({ run: '${name}' }).`,
  )
}
