import { existsSync } from 'node:fs'
import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'
import { cleanUp } from './artifact-files.js'
import { folderError } from './folder-error.js'
import { withLock } from './lock.js'
import { type Manifest, type RunRecord, readManifest, writeManifest } from './manifest.js'
import { findArtifact, namedRun, withoutRun, withRun } from './run-records.js'

/**
 * Publishes a run that was made before under a name.
 *
 * @throws InputError when an artifact of it is no longer there
 */
export async function publishRun(dir: string, name: string, record: RunRecord): Promise<void> {
  await change(dir, (manifest) => withRun(manifest, name, asKept(dir, manifest, record)))
}

/**
 * Takes a published run away, and with it every file that no other run needs.
 *
 * @throws InputError when there is no run of that name
 */
export async function removeRun(dir: string, name: string): Promise<void> {
  namedRun(dir, readManifest(dir), name)
  await change(dir, (manifest) => {
    namedRun(dir, manifest, name)
    return withoutRun(manifest, name)
  })
}

async function change(dir: string, make: (manifest: Manifest) => Manifest): Promise<void> {
  try {
    await withLock(
      dir,
      () => {},
      async () => {
        const manifest = make(readManifest(dir))
        writeManifest(dir, manifest)
        cleanUp(dir, manifest)
      },
    )
  } catch (error) {
    throw existsSync(dir) ? folderError(dir, error as Error) : error
  }
}

/** The run with its artifacts as the folder has them now. */
function asKept(dir: string, manifest: Manifest, record: RunRecord): RunRecord {
  const artifacts = Object.entries(record.artifacts).map(([stage, { key }]) => {
    const kept = findArtifact(manifest, stage as StageName, key)
    if (kept) return [stage, kept] as const
    throw new InputError(
      `${dir}: the artifact of stage ${stage} was cleaned up since this scenario ran. Run it again, then publish it.`,
    )
  })
  return { ...record, artifacts: Object.fromEntries(artifacts) }
}
