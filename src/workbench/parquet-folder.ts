import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isAlive } from './is-alive.js'
import type { ParquetFolder } from './manifest.js'

const SUFFIX = '.folder'

/**
 * The folder, under a cluster's root, of the Parquet that belongs to an artifact's file: one that no
 * other workbench has. It is written down before anything is written there, so that what a killed run
 * leaves in it goes with the next run's cleaning.
 */
export function claimFolder(dir: string, file: string, root: string): string {
  const claim = join(dir, `${file}${SUFFIX}`)
  if (existsSync(claim)) {
    const folder = readFileSync(claim, 'utf8')
    if (dirname(folder) === root) return folder
    removeFolder(file, folder)
  }
  const folder = join(root, `${basename(file, '.duckdb')}-${randomUUID().slice(0, 8)}`)
  writeFileSync(claim, folder)
  return folder
}

/** A claim can name no folder but one of its artifact. */
function removeFolder(file: string, folder: string): void {
  if (!basename(folder).startsWith(basename(file, '.duckdb'))) return
  rmSync(folder, { recursive: true, force: true })
}

/** The name under which this process claims a folder to look through a run in. */
export function lookingFile(): string {
  return `looking-${process.pid}.duckdb`
}

/** Removes a folder that was claimed, and the claim. */
export function releaseFolder(dir: string, file: string): void {
  const claim = join(dir, `${file}${SUFFIX}`)
  if (!existsSync(claim)) return
  removeFolder(file, readFileSync(claim, 'utf8'))
  rmSync(claim, { force: true })
}

/** Removes the folders of artifacts that are not kept, and of processes that are no more. */
export function releaseFolders(dir: string, keep: ReadonlySet<string>): void {
  for (const claim of readdirSync(dir).filter((name) => name.endsWith(`.duckdb${SUFFIX}`))) {
    const file = claim.slice(0, -SUFFIX.length)
    const pid = /^looking-(\d+)\.duckdb$/.exec(file)?.[1]
    if (!keep.has(file) && !(pid && isAlive(Number(pid)))) releaseFolder(dir, file)
  }
}

/** The Parquet files of a complete artifact, as they are published. */
export function publishedFolder(folder: string): ParquetFolder {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.parquet') && !basename(file).startsWith('.'))
    .sort()
    .map((file) => [file.replaceAll('\\', '/'), statSync(join(folder, file)).size])
  return { folder, files: Object.fromEntries(files) }
}

/** What is wrong with a published folder; undefined where nothing is. */
export function folderProblem({ folder, files }: ParquetFolder): string | undefined {
  for (const [file, bytes] of Object.entries(files)) {
    const path = join(folder, file)
    if (!existsSync(path)) return `needs ${path}, which is missing`
    const { size } = statSync(path)
    if (size !== bytes) return `needs ${path}, which has ${size} bytes, published with ${bytes}`
  }
  return undefined
}
