import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AssumptionBases, UncheckedChanges } from '../assumptions/index.js'
import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Evidence } from '../schema/basis.js'
import { writeWhole } from './write-whole.js'

/** What went into an artifact, as digests: artifacts of one key hold the same tables. */
export interface Origin {
  /** Hash of all the rest and of the keys of the artifacts it was made from. */
  readonly key: string
  /** The library's code. */
  readonly build: string
  /** Null where the stage does not use chance. */
  readonly seed: number | null
  /** What the stage reads from outside: files, or a spend plan given by hand. */
  readonly outside: string
  /** The assumptions of the stage. */
  readonly assumptions: string
}

export type Origins = Partial<Readonly<Record<StageName, Origin>>>

/** Tables that a cluster made, as they are published. */
export interface ParquetFolder {
  readonly folder: string
  /** Bytes of each file, by its path in the folder. */
  readonly files: Readonly<Record<string, number>>
}

/** One published file. */
export interface Artifact extends Origin {
  /** File name beside `workbench.json`. */
  readonly file: string
  /** All earlier artifacts it rests on. */
  readonly ancestors: Origins
  /** Rows of every table. */
  readonly rows: Readonly<Record<string, number>>
  readonly bytes: number
  /** CRC-32 of the file, in hex. */
  readonly crc32: string
  /** What the system said of the file when it was published; absent where an earlier version wrote it. */
  readonly stamp?: string | undefined
  /** Where its tables are, when the file holds views of what a cluster made. */
  readonly parquet?: ParquetFolder
}

export type Artifacts = Partial<Readonly<Record<StageName, Artifact>>>

/** What a run comes to, kept beside it for lists and cards. */
export interface RunAnswer {
  /** First and last day of the horizon, YYYY-MM-DD. */
  readonly first_date: string
  readonly last_date: string
  readonly contribution_after_marketing_cents: number
  /** No law is critically broken; null before stage judgment, absent in runs of earlier versions. */
  readonly consistent?: boolean | null
  /** How far spend and clicks were observed; as above. */
  readonly evidence?: Evidence | null
}

/** One chain of artifacts and all that it was made from. */
export interface RunRecord {
  /** When it was made, ISO 8601. */
  readonly made_at: string
  /** Version of the library that made it. */
  readonly version: string
  readonly data: {
    readonly folder: string
    readonly fingerprint: string
    /** The source that was asked for; absent where the folder showed it. */
    readonly source?: string
  }
  readonly preset: string
  readonly seed: number
  /** All that differs from the defaults of the registry, the preset's own changes among it. */
  readonly assumptions: UncheckedChanges
  /** The same with the channels that the file of spend names; null where there is no such file. */
  readonly in_force: UncheckedChanges | null
  /** Which of both rest on files or on a fit, by dotted path; absent where none does. */
  readonly bases?: AssumptionBases
  /** Digest of a spend plan given by hand; null for the assumed one. */
  readonly plan: string | null
  /** Null before stage finance. */
  readonly answer: RunAnswer | null
  readonly artifacts: Artifacts
}

/** What `workbench.json` holds. */
export interface Manifest {
  readonly version: 2
  /** The runs that anybody may read, by name; `main` is the one that is meant when none is named. */
  readonly runs: Readonly<Record<string, RunRecord>>
  /** Scenarios and what runs were before, newest first: going back to one costs nothing. */
  readonly recent: readonly RunRecord[]
}

const FILE = 'workbench.json'
const VERSION = 2
const emptyManifest: Manifest = { version: VERSION, runs: {}, recent: [] }

/**
 * Reads the manifest of a workbench folder; a folder without one is an empty workbench.
 *
 * @throws InputError when the file is there but cannot be understood
 */
export function readManifest(dir: string): Manifest {
  const found = parse(dir)
  if (found !== 'older') return found
  throw new InputError(
    `${join(dir, FILE)} was written by an earlier version, which kept one run only. Run \`causeway run\` (or \`await workbench.run()\`): it builds everything anew.`,
  )
}

/**
 * The manifest that a run starts from. What an earlier version left is built anew in any case; with
 * `fresh`, a file that cannot be understood is no reason to stop either.
 *
 * @throws InputError when the file cannot be understood
 */
export function startingManifest(dir: string, fresh: boolean): Manifest {
  try {
    const found = parse(dir)
    return found === 'older' ? emptyManifest : found
  } catch (error) {
    if (!fresh || !(error instanceof InputError)) throw error
    return emptyManifest
  }
}

function parse(dir: string): Manifest | 'older' {
  const path = join(dir, FILE)
  if (!existsSync(path)) return emptyManifest
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Manifest
    const version: number = found.version
    if (version < VERSION) return 'older'
    if (version > VERSION) {
      throw new Error(`it was written by a later version (${version}, this library reads 2)`)
    }
    if (typeof found.runs === 'object' && Array.isArray(found.recent)) return found
    throw new Error('it names no runs')
  } catch (error) {
    throw new InputError(
      `${path}: ${(error as Error).message}. Run with --fresh to build everything anew.`,
    )
  }
}

/** Replaces the manifest in one step: a reader sees the old one or the new one. */
export function writeManifest(dir: string, manifest: Manifest): void {
  writeWhole(dir, FILE, `${JSON.stringify(manifest, null, 2)}\n`)
}
