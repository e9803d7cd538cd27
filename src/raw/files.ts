import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import { type SourceFile, sourceFiles } from '../schema/raw.js'

/** A file of the data folder that belongs to a table. */
export interface FoundFile {
  readonly source: SourceFile
  readonly name: string
  readonly path: string
  readonly bytes: number
}

export interface FoundFiles {
  /** In the order of the contract. */
  readonly known: readonly FoundFile[]
  /** Names of CSV files that belong to no table, sorted. */
  readonly unknown: readonly string[]
}

const CSV_NAME = /^(?<stem>.+)\.csv(\.gz)?$/i

/**
 * Finds the CSV files of a data folder: plain or .gz, whatever the case of their names.
 *
 * @throws InputError when the folder or a required file is missing, or two files claim one table
 */
export function findFiles(dataDir: string): FoundFiles {
  const names = csvNames(dataDir)
  const known: FoundFile[] = []
  const missing: SourceFile[] = []
  const taken = new Set<string>()
  for (const source of sourceFiles) {
    const matches = names.filter((name) => source.stems.includes(stemOf(name)))
    if (matches.length > 1) throw new InputError(ambiguous(dataDir, source, matches))
    const [name] = matches
    if (name !== undefined) {
      const path = readable(join(dataDir, name))
      known.push({ source, name, path, bytes: statSync(path).size })
      taken.add(name)
    } else if (source.required) missing.push(source)
  }
  if (missing.length > 0) throw new InputError(missingFiles(dataDir, missing, names))
  return { known, unknown: names.filter((name) => !taken.has(name)) }
}

function csvNames(dataDir: string): string[] {
  if (!existsSync(dataDir)) {
    throw new InputError(
      `${dataDir}: no such folder. Give the folder of the CSV files with --data DIR.`,
    )
  }
  if (!statSync(dataDir).isDirectory()) {
    throw new InputError(
      `${dataDir} is a file, a folder is needed. Give the folder of the CSV files with --data DIR.`,
    )
  }
  return readdirSync(dataDir)
    .filter((name) => CSV_NAME.test(name) && statSync(join(dataDir, name)).isFile())
    .sort()
}

function readable(path: string): string {
  try {
    accessSync(path, constants.R_OK)
    return path
  } catch {
    throw new InputError(`${path} may not be read by this user. Change its permissions.`)
  }
}

function stemOf(name: string): string {
  return CSV_NAME.exec(name)!.groups!.stem!.toLowerCase()
}

function ambiguous(dataDir: string, source: SourceFile, matches: readonly string[]): string {
  return `${dataDir}: ${matches.join(' and ')} both claim the table ${source.table}, allowed is one file. Move the others out of the folder.`
}

function missingFiles(
  dataDir: string,
  missing: readonly SourceFile[],
  names: readonly string[],
): string {
  const wanted = missing.map(({ stems }) => stems.map((stem) => `${stem}.csv`).join(' or '))
  const found = names.length > 0 ? names.join(', ') : 'no CSV file at all'
  return `${dataDir}: missing ${wanted.join('; ')} (plain or .gz). The folder holds ${found}. Add the missing files, or give another folder with --data DIR.`
}
