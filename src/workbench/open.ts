import { join, resolve } from 'node:path'
import { checkedMemory, checkedThreads, type Limits } from '../engine/index.js'
import { InputError } from '../errors.js'
import { homeDir } from '../home.js'
import { readManifest } from './manifest.js'
import { checkedName, MAIN, namedRun } from './run-records.js'
import { loadSettings, type SettingsOptions, settingsOf } from './settings.js'
import { Workbench } from './workbench.js'

export interface WorkbenchOptions extends SettingsOptions {
  /** Folder of the artifacts. Default: CAUSEWAY_WORKBENCH, else `.causeway`. */
  readonly workbench?: string | undefined
  /**
   * A published run to open as it was made: its data, assumptions, seed and plan. Default:
   * CAUSEWAY_RUN where no setting is said here, else none: then a run publishes what is said here.
   */
  readonly run?: string | undefined
  /** The name under which a run is published. Default: CAUSEWAY_NAME, else `main`. */
  readonly name?: string | undefined
  /** Threads of the engine. Default: CAUSEWAY_THREADS, else all cores. */
  readonly threads?: number | undefined
  /** Memory of the engine, e.g. '2GB'. Default: CAUSEWAY_MEMORY, else a quarter of the machine, at least 1 GB. */
  readonly memory?: string | undefined
}

/**
 * Opens a workbench: a folder of published runs, and the data and assumptions of one of them. Before
 * its first run it reads the run that is published under its name.
 *
 * @throws InputError on a folder, a file, a run or an assumption that cannot be used
 */
export function openWorkbench(options: WorkbenchOptions = {}): Workbench {
  const run = options.run ?? (said(options).length === 0 ? process.env.CAUSEWAY_RUN : undefined)
  const frame = frameOf(options)
  if (run !== undefined) return openRun(frame, run, options)
  return new Workbench({
    ...frame,
    name: checkedName(options.name ?? process.env.CAUSEWAY_NAME ?? MAIN),
    settings: loadSettings(options),
    options,
  })
}

/** The folder of the artifacts, and what the engine may use. */
export function frameOf(options: WorkbenchOptions): { dir: string; limits: Limits } {
  return { dir: workbenchFolder(options.workbench), limits: limitsOf(options) }
}

function limitsOf({ threads, memory }: WorkbenchOptions): Limits {
  return {
    ...(threads === undefined ? {} : { threads: checkedThreads(threads) }),
    ...(memory === undefined ? {} : { memoryLimit: checkedMemory(memory) }),
  }
}

/** The folder of the artifacts: the one named, else CAUSEWAY_WORKBENCH, else `.causeway`. */
export function workbenchFolder(folder?: string): string {
  return resolve(folder ?? process.env.CAUSEWAY_WORKBENCH ?? join(homeDir(), '.causeway'))
}

const OWN = ['data', 'source', 'assumptions', 'preset', 'changes', 'seed', 'name'] as const

/** The settings that somebody says here. */
function said(options: WorkbenchOptions): string[] {
  return OWN.filter((key) => options[key] !== undefined)
}

function openRun(
  frame: { dir: string; limits: Limits },
  name: string,
  options: WorkbenchOptions,
): Workbench {
  const beside = said(options)
  if (beside.length > 0) {
    throw new InputError(
      `run: ${name} has settings of its own, got ${beside.join(', ')} beside it. Leave them out, or change it with assume(), reseed() and withPlan().`,
    )
  }
  const record = namedRun(frame.dir, readManifest(frame.dir), name)
  return new Workbench({ ...frame, name, settings: settingsOf(frame.dir, record), record })
}
