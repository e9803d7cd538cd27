import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type AssumptionChange,
  type AssumptionChanges,
  Assumptions,
  assumptionChanges,
  assumptionDifferences,
  loadAssumptions,
} from '../assumptions/index.js'
import { InputError } from '../errors.js'
import { homeDir, packageDir } from '../home.js'
import { csvNames, otherData } from '../raw/index.js'
import type { RunInputs, SpendPlanTable } from '../stage.js'
import type { RunRecord } from './manifest.js'
import { readPlan } from './plan-file.js'

/** What a run is made from. */
export interface RunSettings {
  /** Folder of the CSV files. */
  readonly dataDir: string
  /** The source to read them as. Default: the one that the folder shows. */
  readonly source?: string | undefined
  readonly preset: string
  /** As they were declared. */
  readonly assumptions: Assumptions
  /** With the channels that a file of spend names; known after a run only. */
  readonly inForce?: Assumptions | undefined
  readonly seed: number
  /** A spend plan that stands instead of the assumed one. */
  readonly plan?: SpendPlanTable | undefined
}

/** What a person may say about the settings of a run. */
export interface SettingsOptions {
  /** Folder of the CSV files. Default: CAUSEWAY_DATA, else `data` or `data/olist` where they hold some, else the bundled sample. */
  readonly data?: string | undefined
  /** The source to read them as: shopify, woocommerce, olist or columns. Default: CAUSEWAY_SOURCE, else the one that the folder shows. */
  readonly source?: string | undefined
  /** YAML file of assumptions, read anew before each run. Default: CAUSEWAY_ASSUMPTIONS, else `assumptions.yaml` beside the data, else `data/assumptions.yaml`, when it is there. */
  readonly assumptions?: string | undefined
  /** Preset under the file. Default: CAUSEWAY_PRESET, else `default`. */
  readonly preset?: string | undefined
  /** Changes over preset and file. */
  readonly changes?: AssumptionChanges | undefined
  /** Seed of all chance, an integer from 0 to 2^31 - 1. Default: CAUSEWAY_SEED, else 42. */
  readonly seed?: number | undefined
}

const DEFAULT_SEED = 42

/**
 * Settings from options, else from the environment, else the defaults.
 *
 * @throws InputError on a file or an assumption that cannot be used
 */
export function loadSettings(options: SettingsOptions): RunSettings {
  const asked = askedFor(options)
  const dataDir = resolve(asked.data ?? defaultDataDir())
  const file = asked.assumptions ?? ownAssumptionsFile(dataDir)
  const preset = asked.preset ?? 'default'
  return {
    dataDir,
    ...(asked.source === undefined ? {} : { source: asked.source }),
    preset,
    assumptions: loadAssumptions({
      preset,
      ...(file === undefined ? {} : { file }),
      ...(options.changes ? { changes: options.changes } : {}),
    }),
    seed: checkedSeed(asked.seed ?? DEFAULT_SEED),
  }
}

/** What options and the environment say; nothing by default. */
function askedFor(options: SettingsOptions): SettingsOptions {
  const env = process.env
  return {
    data: options.data ?? env.CAUSEWAY_DATA,
    source: options.source ?? env.CAUSEWAY_SOURCE,
    assumptions: options.assumptions ?? env.CAUSEWAY_ASSUMPTIONS,
    preset: options.preset ?? env.CAUSEWAY_PRESET,
    changes: options.changes,
    seed: options.seed ?? (env.CAUSEWAY_SEED ? Number(env.CAUSEWAY_SEED) : undefined),
  }
}

/**
 * The settings of a run, with what is said here or by the environment in place of its own. Preset and
 * file are one: a run's assumptions count where neither is said.
 *
 * @throws InputError as {@link loadSettings}
 */
export function settingsOver(run: RunSettings, options: SettingsOptions): RunSettings {
  const { data, source, preset, seed, ...said } = askedFor(options)
  const saysValues = [preset, said.assumptions, said.changes].some((value) => value !== undefined)
  const { inForce: _, ...made } = run
  const loaded = loadSettings({ ...options, preset: preset ?? run.preset, seed: seed ?? run.seed })
  return {
    ...made,
    seed: loaded.seed,
    ...(saysValues ? { preset: loaded.preset, assumptions: loaded.assumptions } : {}),
    ...(data === undefined ? {} : { dataDir: loaded.dataDir, source, plan: undefined }),
    ...(source === undefined ? {} : { source }),
  }
}

/** What the own file of assumptions says that a run does not have; nothing without such a file. */
export function saidAtHome(run: RunSettings): AssumptionChange[] {
  const file = ownAssumptionsFile(run.dataDir)
  if (file === undefined) return []
  const home = loadAssumptions({ preset: run.preset, file })
  const others = new Set(assumptionDifferences(run.assumptions, home).map(({ id }) => id))
  const said = assumptionChanges(loadAssumptions({ preset: run.preset }), home)
  return said.filter(({ id }) => [...others].some((other) => `${other}.`.startsWith(`${id}.`)))
}

/** What the stages read from outside under some settings. */
export function inputsOf({ dataDir, source, plan }: RunSettings, allowRejects = false): RunInputs {
  return {
    dataDir,
    allowRejects,
    ...(source === undefined ? {} : { source }),
    ...(plan ? { plan } : {}),
  }
}

/**
 * A seed that may be used.
 *
 * @throws InputError on any other
 */
export function checkedSeed(seed: number): number {
  if (Number.isInteger(seed) && seed >= 0 && seed <= 0x7fffffff) return seed
  throw new InputError(`seed: got ${seed}, allowed an integer from 0 to 2147483647.`)
}

/**
 * The settings that a run was made from.
 *
 * @throws InputError when its assumptions are none that this version knows
 */
export function settingsOf(dir: string, record: RunRecord): RunSettings {
  const { data, preset, seed, assumptions, in_force, bases, plan, version } = record
  try {
    return {
      dataDir: data.folder,
      ...(data.source === undefined ? {} : { source: data.source }),
      preset,
      assumptions: Assumptions.defaults().with(assumptions, bases),
      ...(in_force === null ? {} : { inForce: Assumptions.defaults().with(in_force, bases) }),
      seed,
      ...(plan === null ? {} : { plan: readPlan(dir, plan) }),
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError(
      `The run was made by version ${version}: ${error.message} Make it anew: \`causeway run\`.`,
    )
  }
}

/** In what a run differs from what was explicitly asked for; what was not asked for cannot differ. */
export function contradictions(
  options: SettingsOptions,
  asked: RunSettings,
  run: RunSettings,
): string[] {
  const explicit = askedFor(options)
  const found: string[] = []
  if (explicit.seed !== undefined && asked.seed !== run.seed) {
    found.push(`holds seed ${run.seed}, this workbench asks for ${asked.seed}`)
  }
  if (explicit.data !== undefined && asked.dataDir !== run.dataDir) {
    found.push(`holds data ${run.dataDir}, this workbench asks for ${asked.dataDir}`)
  }
  const says = explicit.assumptions ?? explicit.preset ?? explicit.changes
  const other = says === undefined ? [] : assumptionDifferences(run.assumptions, asked.assumptions)
  if (other.length > 0) {
    found.push(`holds other values of ${other.length} assumptions (${other[0]!.id}, ...)`)
  }
  return found
}

/** The first of the home's own folders that holds files of data, else the bundled sample. */
function defaultDataDir(): string {
  const own = [join(homeDir(), 'data'), join(homeDir(), 'data', 'olist')]
  return own.find(holdsData) ?? join(packageDir, 'data', 'sample')
}

function holdsData(folder: string): boolean {
  return existsSync(folder) && csvNames(folder).length + otherData(folder).length > 0
}

/** The file of assumptions that counts unasked: the one beside the data, else the home's. */
function ownAssumptionsFile(dataDir: string): string | undefined {
  const places = [dataDir, join(homeDir(), 'data')]
  return places.map((folder) => join(folder, 'assumptions.yaml')).find((file) => existsSync(file))
}
