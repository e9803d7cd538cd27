import { InputError } from '../errors.js'
import { type StageName, stageNames } from '../schema/artifact-names.js'
import type { Evidence } from '../schema/basis.js'
import { changedAssumptions } from './changed.js'
import { type RunRecord, readManifest } from './manifest.js'
import { type RunSettings, settingsOf } from './settings.js'

/** One published run as a list shows it. */
export interface PublishedRun {
  readonly name: string
  /** When it was made, ISO 8601, UTC. */
  readonly made_at: string
  readonly version: string
  /** Folder of the CSV files. */
  readonly data: string
  readonly seed: number
  readonly preset: string
  /** Assumptions that somebody changed over the preset; null when this version cannot tell. */
  readonly changed: number | null
  /** The last stage that has run. */
  readonly through: StageName
  /** Accrual; null before stage finance. */
  readonly contribution_after_marketing_cents: number | null
  /** No law is critically broken; null before stage judgment, or when this version cannot tell. */
  readonly consistent: boolean | null
  /** How far spend and clicks were observed; null as above. */
  readonly evidence: Evidence | null
  /** Of the money, ISO 4217, and how it is written, BCP 47; null when this version cannot tell. */
  readonly currency: string | null
  readonly locale: string | null
  /** Size of its files; runs that share files each count them. */
  readonly disk_bytes: number
}

/**
 * The published runs of a workbench folder, by name.
 *
 * @throws InputError when the folder's pointer file cannot be understood
 */
export function publishedRuns(dir: string): PublishedRun[] {
  return Object.entries(readManifest(dir).runs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, record]) => ({ name, record, settings: knownSettings(dir, record) }))
    .map(({ name, record, settings }) => ({
      name,
      made_at: record.made_at,
      version: record.version,
      data: record.data.folder,
      seed: record.seed,
      preset: record.preset,
      changed: settings ? changedAssumptions(settings).own.length : null,
      through: stageNames.findLast((stage) => record.artifacts[stage])!,
      contribution_after_marketing_cents: record.answer?.contribution_after_marketing_cents ?? null,
      consistent: record.answer?.consistent ?? null,
      evidence: record.answer?.evidence ?? null,
      currency: inForce(settings)?.text('place.currency') ?? null,
      locale: inForce(settings)?.text('place.locale') ?? null,
      disk_bytes: Object.values(record.artifacts).reduce((sum, { bytes }) => sum + bytes, 0),
    }))
}

/** With the place that the files name. */
const inForce = (settings: RunSettings | undefined) => settings?.inForce ?? settings?.assumptions

/** The settings of a run; undefined when this version does not know its assumptions. */
function knownSettings(dir: string, record: RunRecord): RunSettings | undefined {
  try {
    return settingsOf(dir, record)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}
