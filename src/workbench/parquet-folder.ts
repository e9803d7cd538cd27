import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  clearPlace,
  type Place,
  parquetFiles,
  type SqlSource,
  storeOf,
  under,
} from '../engine/index.js'
import { InputError } from '../errors.js'
import type { ParquetFolder } from './manifest.js'

const SUFFIX = '.folder'

/**
 * The folder, under a cluster's root, of the Parquet that belongs to an artifact's file: one that no
 * other workbench has. It is written down before anything is written there, so that what a killed run
 * leaves in it goes with the next run's cleaning.
 */
export function claimFolder(dir: string, file: string, root: Place): Place {
  const claim = join(dir, claimOf(file))
  if (existsSync(claim)) {
    const folder = readFileSync(claim, 'utf8')
    if (folder === under(root, basename(folder))) return folder
    removeFolder(file, folder)
  }
  const folder = under(root, `${basename(file, '.duckdb')}-${randomUUID().slice(0, 8)}`)
  writeFileSync(claim, folder)
  return folder
}

/** The name of the file that notes an artifact's folder. */
export function claimOf(file: string): string {
  return `${file}${SUFFIX}`
}

/** A claim can name no folder but one of its artifact. */
function removeFolder(file: string, folder: Place): void {
  if (!basename(folder).startsWith(basename(file, '.duckdb'))) return
  clearPlace(folder)
}

/** Removes the folders of artifacts that are not kept. */
export function releaseFolders(dir: string, keep: ReadonlySet<string>): void {
  for (const claim of readdirSync(dir).filter((name) => name.endsWith(`.duckdb${SUFFIX}`))) {
    const file = claim.slice(0, -SUFFIX.length)
    if (keep.has(file)) continue
    removeFolder(file, readFileSync(join(dir, claim), 'utf8'))
    rmSync(join(dir, claim), { force: true })
  }
}

/** The Parquet files of a complete artifact, as they are published. */
export async function publishedFolder(db: SqlSource, folder: Place): Promise<ParquetFolder> {
  const files = await parquetFiles(db, under(folder, '**', '*.parquet'))
  const sizes = files.map(({ file, bytes }) => [file.slice(folder.length + 1), bytes] as const)
  // What only helped is hidden; an object store may keep it.
  const published = sizes.filter(([file]) => !file.startsWith('.'))
  return { folder, files: Object.fromEntries(published) }
}

/** What is wrong with a published folder; undefined where nothing is, and for an object store. */
export function folderProblem({ folder, files }: ParquetFolder): string | undefined {
  if (storeOf(folder)) return undefined
  const size = (file: string) => statSync(under(folder, file), { throwIfNoEntry: false })?.size
  return differenceOf(folder, files, size)
}

/**
 * Makes sure that what was published to an object store is still there.
 *
 * @throws InputError naming the file that is not
 */
export async function verifyStored(db: SqlSource, { folder, files }: ParquetFolder): Promise<void> {
  if (!storeOf(folder)) return
  const found = (await publishedFolder(db, folder)).files
  const problem = differenceOf(folder, files, (file) => found[file])
  if (problem) throw new InputError(`A run ${problem}. Run with --fresh to build it anew.`)
}

function differenceOf(
  folder: Place,
  files: ParquetFolder['files'],
  sizeOf: (file: string) => number | undefined,
): string | undefined {
  for (const [file, bytes] of Object.entries(files)) {
    const size = sizeOf(file)
    const place = under(folder, file)
    if (size === undefined) return `needs ${place}, which is missing`
    if (size !== bytes) return `needs ${place}, which has ${size} bytes, published with ${bytes}`
  }
  return undefined
}
