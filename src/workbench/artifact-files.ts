import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileStamp } from '../engine/index.js'
import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'
import { fileChecksum } from './checksum.js'
import type { Artifact, Manifest } from './manifest.js'
import { folderProblem, releaseFolders } from './parquet-folder.js'
import { filesOf } from './run-records.js'

/** Where a stage builds before it publishes. */
export function buildingPath(dir: string, stage: StageName): string {
  return join(dir, `.building-${stage}-${process.pid}.duckdb`)
}

/** Where this process lays what memory cannot hold while it reads; the engine removes it at its end. */
export function spillPath(dir: string): string {
  return join(dir, `.spill-${process.pid}`)
}

/** Whether it is the spilling of a process that is no more. */
function isLeftSpill(file: string): boolean {
  const pid = /^\.spill-(\d+)$/.exec(file)?.[1]
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Gives a complete, closed database file its final name; from then on nobody writes to it. */
export function publishFile(
  dir: string,
  building: string,
  artifact: Omit<Artifact, 'bytes' | 'crc32' | 'stamp'>,
): Artifact {
  const { file } = artifact
  if (existsSync(`${building}.wal`)) {
    throw new Error(`${file}: its write-ahead log is not empty; refusing to publish it.`)
  }
  const checksum = fileChecksum(building)
  syncToDisk(building)
  const path = join(dir, file)
  renameSync(building, path)
  chmodSync(path, 0o444)
  return { ...artifact, bytes: statSync(path).size, crc32: checksum, stamp: fileStamp(path) }
}

/** The name of an artifact; numbered when built anew, so that no published file is replaced. */
export function freeName(dir: string, stage: StageName, key: string): string {
  for (let build = 1; ; build++) {
    const file = `${stage}-${key}${build === 1 ? '' : `-${build}`}.duckdb`
    if (!existsSync(join(dir, file))) return file
  }
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes sure that a published file is still the one that was published: by its stamp, and by its
 * checksum where somebody has touched it since. Damage without a write is left to the engine, which
 * has a checksum for each block that it reads.
 *
 * @param whole whether the file is read in any case
 * @throws InputError naming the file when it is missing, cut short or changed
 */
export function verifyFile(dir: string, artifact: Artifact, whole = false): void {
  const path = join(dir, artifact.file)
  const problem = !existsSync(path)
    ? 'is missing'
    : statSync(path).size !== artifact.bytes
      ? `has ${statSync(path).size} bytes, published with ${artifact.bytes}`
      : (whole || fileStamp(path) !== artifact.stamp) && fileChecksum(path) !== artifact.crc32
        ? 'was changed after it was published (its CRC-32 differs)'
        : artifact.parquet && folderProblem(artifact.parquet)
  if (problem) {
    throw new InputError(`${path} ${problem}. Run with --fresh to build it anew.`)
  }
}

/**
 * Makes sure, before any work is done, that the folder can be written to.
 *
 * @throws the system's error when it cannot
 */
export function requireWritable(dir: string): void {
  const path = join(dir, `.building-probe-${process.pid}`)
  writeFileSync(path, '')
  rmSync(path, { force: true })
}

const PUBLISHED = /^([a-z]+-[0-9a-f]+(-\d+)?\.duckdb(\.wal)?|plan-[0-9a-f]+\.json)$/

/** Removes what a killed run left behind and artifacts that the manifest no longer speaks of. */
export function cleanUp(dir: string, manifest: Manifest): void {
  const keep = filesOf(manifest)
  releaseFolders(dir, keep)
  for (const file of readdirSync(dir)) {
    const leftover = file.startsWith('.building-') || isLeftSpill(file)
    const forgotten = PUBLISHED.test(file) && !keep.has(file)
    if (leftover || forgotten) rmSync(join(dir, file), { force: true, recursive: true })
  }
}
