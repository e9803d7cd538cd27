import { mkdirSync, rmSync } from 'node:fs'
import { InputError } from '../errors.js'
import type { SqlSource } from './sql-source.js'
import { literal } from './sql-text.js'

/** Where files are: a folder of a file system, by its path, or a part of an object store, by its address. */
export type Place = string

const STORE = /^([a-z][a-z0-9]*):\/\//i
/** What DuckDB needs to read an object store, by the scheme of its addresses. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  s3a: 'httpfs',
  s3: 'httpfs',
  gs: 'httpfs',
  abfss: 'azure',
}
/** Schemes of object stores that can be read. */
export const storeSchemes: readonly string[] = Object.keys(EXTENSIONS)

/** The scheme of an object store's address; undefined for a path. */
export function storeOf(place: Place): string | undefined {
  return STORE.exec(place)?.[1]?.toLowerCase()
}

/** A place below another. */
export function under(place: Place, ...names: readonly string[]): Place {
  return [place, ...names].join('/')
}

/** Makes a folder. An object store has none to make. */
export function makePlace(place: Place): void {
  if (!storeOf(place)) mkdirSync(place, { recursive: true })
}

/** Removes a folder and all in it. Of an object store nothing is removed. */
export function clearPlace(place: Place): void {
  if (!storeOf(place)) rmSync(place, { recursive: true, force: true })
}

/**
 * Makes a connection able to read a place. What gives access to an object store stands where DuckDB looks
 * for it: in its stored secrets, or in the environment.
 *
 * @throws InputError when the extension for its store is not installed
 */
export async function reach(db: SqlSource, place: Place): Promise<void> {
  const extension = EXTENSIONS[storeOf(place) ?? '']
  if (extension === undefined) return
  try {
    await db.rows(`load ${extension}`)
  } catch (cause) {
    const [version] = await db.rows<{ version: string }>('select version() as version')
    throw new InputError(
      `${place}: reading it needs DuckDB's extension ${extension}, which is not installed. Install it once, with DuckDB ${version!.version}: install ${extension};`,
      { cause },
    )
  }
}

/** A file, by its place, and how large it is. */
export interface FoundFile {
  readonly file: Place
  readonly bytes: number
}

/** The Parquet files that a pattern names, in order. */
export function parquetFiles(db: SqlSource, pattern: Place): Promise<FoundFile[]> {
  return db.rows<FoundFile>(
    `select filename as file, size as bytes from read_blob(${literal(pattern)}) order by filename`,
  )
}
