import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'

/** One published artifact. */
export interface Artifact {
  /** File name beside `workbench.json`. */
  readonly file: string
  /** Hash of all that went into it: inputs, assumptions, seed, library build. */
  readonly key: string
  readonly seed: number
  /** Rows of every table. */
  readonly rows: Readonly<Record<string, number>>
  readonly bytes: number
  /** CRC-32 of the file, in hex. */
  readonly crc32: string
}

export type Artifacts = Partial<Readonly<Record<StageName, Artifact>>>

/** What `workbench.json` holds. */
export interface Manifest {
  readonly version: 1
  /** The current artifact of every stage. */
  readonly artifacts: Artifacts
  /** Artifacts of earlier assumptions, newest first, kept so that going back costs nothing. */
  readonly shelf: Partial<Readonly<Record<StageName, readonly Artifact[]>>>
}

const FILE = 'workbench.json'
const EMPTY: Manifest = { version: 1, artifacts: {}, shelf: {} }

/**
 * Reads the manifest of a workbench folder; a folder without one is an empty workbench.
 *
 * @throws InputError when the file is there but cannot be understood
 */
export function readManifest(dir: string): Manifest {
  const path = join(dir, FILE)
  if (!existsSync(path)) return EMPTY
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
    if (manifest.version === 1) return { ...EMPTY, ...manifest }
    throw new Error(`version is ${manifest.version}, this library reads version 1`)
  } catch (error) {
    throw new InputError(
      `${path}: ${(error as Error).message}. Run with --fresh to build everything anew.`,
    )
  }
}

/** Replaces the manifest in one step: a reader sees the old one or the new one. */
export function writeManifest(dir: string, manifest: Manifest): void {
  const temporary = join(dir, `.building-${FILE}`)
  const descriptor = openSync(temporary, 'w')
  try {
    writeSync(descriptor, `${JSON.stringify(manifest, null, 2)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(temporary, join(dir, FILE))
}

const SHELF_SIZE = 4

/** The manifest with one artifact made current; the one it replaces goes on the shelf. */
export function withArtifact(manifest: Manifest, stage: StageName, artifact: Artifact): Manifest {
  const before = manifest.artifacts[stage]
  const shelf = [...(before ? [before] : []), ...(manifest.shelf[stage] ?? [])]
    .filter((other) => other.key !== artifact.key)
    .slice(0, SHELF_SIZE)
  return {
    ...manifest,
    artifacts: { ...manifest.artifacts, [stage]: artifact },
    shelf: { ...manifest.shelf, [stage]: shelf },
  }
}

/** The published artifact of a stage with a key, current or on the shelf. */
export function findArtifact(
  manifest: Manifest,
  stage: StageName,
  key: string,
): Artifact | undefined {
  const candidates = [manifest.artifacts[stage], ...(manifest.shelf[stage] ?? [])]
  return candidates.find((artifact) => artifact?.key === key)
}

/** Names of all files the manifest speaks of. */
export function filesOf(manifest: Manifest): Set<string> {
  const current = Object.values(manifest.artifacts)
  const shelved = Object.values(manifest.shelf).flat()
  return new Set([...current, ...shelved].map((artifact) => artifact.file))
}
