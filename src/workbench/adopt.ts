import { InputError } from '../errors.js'
import { type Manifest, type RunRecord, readManifest } from './manifest.js'
import type { ReadRun } from './reader.js'
import { contradictions, type RunSettings, type SettingsOptions, settingsOf } from './settings.js'
import { findRun, namedRun } from './shelf.js'

/** What a workbench begins with. */
export interface WorkbenchState {
  readonly dir: string
  readonly threads?: number
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
 * Says why there is no run to put a question to.
 *
 * @throws InputError always
 */
export function refuseUnknown(state: WorkbenchState): never {
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
