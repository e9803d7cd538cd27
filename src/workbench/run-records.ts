import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Artifact, Artifacts, Manifest, RunRecord } from './manifest.js'
import { planFile } from './plan-file.js'

/** The run that is meant when none is named. */
export const MAIN = 'main'
/** How many scenarios and replaced runs are kept beside the published ones. */
const RECENT_RUNS = 8

/**
 * A name that a run may have.
 *
 * @throws InputError on any other
 */
export function checkedName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) return name
  throw new InputError(
    `name: got '${name}', allowed 1 to 64 letters, digits, dots, dashes and underscores, the first a letter or a digit. E.g. dearer-carriers.`,
  )
}

/** A published run by its name. */
export function findRun(manifest: Manifest, name: string): RunRecord | undefined {
  return Object.hasOwn(manifest.runs, name) ? manifest.runs[name] : undefined
}

/**
 * A published run by its name.
 *
 * @throws InputError when there is none of that name, naming those that are there
 */
export function namedRun(dir: string, manifest: Manifest, name: string): RunRecord {
  const found = findRun(manifest, name)
  if (found) return found
  const names = Object.keys(manifest.runs).sort().join(', ') || 'none'
  const flag = name === MAIN ? '' : ` --name ${name}`
  throw new InputError(
    `${dir} holds no run ${name}; published are: ${names}. Make it: \`causeway run${flag}\`, or \`await workbench.run()\`.`,
  )
}

/** The artifact of a stage with a key, of whatever run or scenario. */
export function findArtifact(
  manifest: Manifest,
  stage: StageName,
  key: string,
): Artifact | undefined {
  return allRecords(manifest)
    .map(({ artifacts }) => artifacts[stage])
    .find((artifact) => artifact?.key === key)
}

/** The manifest with every artifact of the same keys replaced: they hold the same tables. */
export function withArtifacts(manifest: Manifest, fresh: Artifacts): Manifest {
  const replaced = (record: RunRecord): RunRecord => {
    const artifacts = Object.entries(record.artifacts).map(([stage, artifact]) => {
      const other = fresh[stage as StageName]
      return [stage, other?.key === artifact.key ? other : artifact]
    })
    return { ...record, artifacts: Object.fromEntries(artifacts) }
  }
  const runs = Object.entries(manifest.runs).map(([name, record]) => [name, replaced(record)])
  return { ...manifest, runs: Object.fromEntries(runs), recent: manifest.recent.map(replaced) }
}

/** The manifest with a run published under a name; what it replaces is kept as recent. */
export function withRun(manifest: Manifest, name: string, record: RunRecord): Manifest {
  const before = findRun(manifest, name)
  const runs = { ...manifest.runs, [name]: record }
  return withRecent({ ...manifest, runs }, before ? [before] : [])
}

/** The manifest with a scenario kept as recent. */
export function withScenario(manifest: Manifest, record: RunRecord): Manifest {
  return withRecent(manifest, [record])
}

/** The manifest without a published run. */
export function withoutRun(manifest: Manifest, name: string): Manifest {
  const runs = Object.entries(manifest.runs).filter(([other]) => other !== name)
  return { ...manifest, runs: Object.fromEntries(runs) }
}

/** Keeps records as recent; those of which a run or a newer record holds all are let go. */
function withRecent(manifest: Manifest, records: readonly RunRecord[]): Manifest {
  const kept: RunRecord[] = []
  const published = Object.values(manifest.runs)
  for (const record of [...records, ...manifest.recent]) {
    if (![...published, ...kept].some((other) => holdsAll(other, record))) kept.push(record)
  }
  return { ...manifest, recent: kept.slice(0, RECENT_RUNS) }
}

/** Whether one run holds every artifact of another. */
export function holdsAll(run: RunRecord, other: RunRecord): boolean {
  return Object.entries(other.artifacts).every(
    ([stage, { key }]) => run.artifacts[stage as StageName]?.key === key,
  )
}

/** Names of all files the manifest speaks of. */
export function filesOf(manifest: Manifest): Set<string> {
  const records = allRecords(manifest)
  const artifacts = records.flatMap((record) => Object.values(record.artifacts))
  const plans = records.flatMap(({ plan }) => (plan === null ? [] : [planFile(plan)]))
  return new Set([...artifacts.map(({ file }) => file), ...plans])
}

function allRecords({ runs, recent }: Manifest): RunRecord[] {
  return [...Object.values(runs), ...recent]
}
