import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import { shellWord } from '../format/index.js'
import type { SourceFile } from '../schema/raw.js'
import { ARCHIVE, isArchive, isGzip } from './bytes.js'
import { type FileHead, matchHead, readHead } from './head.js'

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
  /** Names of files with data that belong to no table, sorted: CSV files, and workbooks and the like. */
  readonly unknown: readonly string[]
}

/** A file beside those of the shop that no table is made from: the statement compares with it. */
export const BUDGET_FILE = 'budget.csv'

const CSV_NAME = /^(?<stem>.+)\.csv(\.gz)?$/i
/** Files of data in a form that is not read: workbooks, archives, text between tabs. */
const OTHER_DATA = /\.(xlsx?|xlsm|ods|numbers|tsv|tab|zip|7z|rar|parquet)$/i

/**
 * Finds the CSV files of a data folder that belong to some files' tables: by name, plain or .gz,
 * whatever its case; else by the columns that such a file has.
 *
 * @throws InputError when a required file is missing, or two files claim one table
 */
export async function findFiles(
  dataDir: string,
  sourceFiles: readonly SourceFile[],
): Promise<FoundFiles> {
  const names = csvNames(dataDir)
  const heads = await readHeads(dataDir, names, sourceFiles)
  const known: FoundFile[] = []
  const missing: SourceFile[] = []
  const taken = new Set<string>()
  for (const wanted of sourceFiles) {
    const matches = names.flatMap((name) => {
      const source = matching(wanted, name, heads.get(name))
      return source && !taken.has(name) ? [{ name, source }] : []
    })
    if (matches.length > 1 && !wanted.inParts) {
      const files = matches.map(({ name }) => name)
      throw new InputError(ambiguous(dataDir, wanted, files))
    }
    for (const [i, { name, source }] of matches.entries()) {
      const path = readable(join(dataDir, name))
      const table = i === 0 ? source.table : `${source.table}_${i + 1}`
      known.push({ name, source: { ...source, table }, path, bytes: statSync(path).size })
      taken.add(name)
    }
    if (matches.length === 0 && wanted.required) missing.push(wanted)
  }
  if (missing.length > 0) throw new InputError(missingFiles(dataDir, missing, names))
  const unknown = names.filter((name) => !taken.has(name))
  return { known, unknown: [...unknown, ...otherData(dataDir)].sort() }
}

/** The first lines of every file, where some wanted file is known by its columns. */
async function readHeads(
  dataDir: string,
  names: readonly string[],
  sourceFiles: readonly SourceFile[],
): Promise<Map<string, FileHead>> {
  if (!sourceFiles.some(({ signature }) => signature)) return new Map()
  const heads = names.map(async (name): Promise<[string, FileHead]> => {
    const path = readable(join(dataDir, name))
    return [name, await readHead(path, isGzip(path))]
  })
  return new Map(await Promise.all(heads))
}

/** The wanted file as this one is written; undefined when it is another. */
function matching(wanted: SourceFile, name: string, head?: FileHead): SourceFile | undefined {
  const byName = wanted.stems.includes(stemOf(name))
  if (wanted.signature === undefined) return byName ? wanted : undefined
  const written = head && matchHead(head, wanted)
  return written ? { ...wanted, ...written } : byName ? wanted : undefined
}

/** Names of the files of a folder that hold data in another form than CSV, sorted. */
export function otherData(dataDir: string): string[] {
  return readdirSync(dataDir)
    .filter((name) => OTHER_DATA.test(name))
    .sort()
}

/**
 * Names of the CSV files of a folder, sorted.
 *
 * @throws InputError when there is no such folder, or it may not be read
 */
export function csvNames(dataDir: string): string[] {
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
  return namesIn(dataDir)
    .filter((name) => CSV_NAME.test(name) && name.toLowerCase() !== BUDGET_FILE)
    .filter((name) => statSync(join(dataDir, name)).isFile())
    .sort()
}

function namesIn(dataDir: string): string[] {
  try {
    return readdirSync(dataDir)
  } catch {
    throw new InputError(`${dataDir} may not be read by this user. Change its permissions.`)
  }
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
  return CSV_NAME.exec(name)!.groups!.stem!.toLowerCase().normalize('NFC')
}

function ambiguous(dataDir: string, source: SourceFile, matches: readonly string[]): string {
  return `${dataDir}: ${matches.join(' and ')} ${matches.length > 2 ? 'all' : 'both'} claim the table ${source.table}, allowed is one file. If one goes on where another ends, join them under one header; if one is a copy, move it out of the folder.`
}

function missingFiles(
  dataDir: string,
  missing: readonly SourceFile[],
  names: readonly string[],
): string {
  const wanted = missing.map(({ stems, signature }) =>
    stems.length > 0
      ? stems.map((stem) => `${stem}.csv`).join(' or ')
      : `a file with the columns ${signature!.join(', ')}`,
  )
  return `${dataDir}: missing ${wanted.join('; ')} (plain or .gz). The folder holds ${heldWords(dataDir, names)}. Add the missing files, or give another folder with --data DIR; an export of another shop is read by columns.yaml, which \`causeway init NEW --source columns --from ${shellWord(dataDir)}\` begins.`
}

/** What data a folder holds, in words. */
export function heldWords(dataDir: string, csv: readonly string[]): string {
  const others = otherData(dataDir)
  const words = [
    ...(csv.length > 0 ? csv.map((name) => csvWords(dataDir, name)) : ['no CSV file at all']),
    ...(others.length > 0 ? [`${others.join(', ')} (save as CSV: only CSV is read)`] : []),
  ]
  return words.join(csv.length > 0 ? ', ' : ', but ')
}

function csvWords(dataDir: string, name: string): string {
  return isArchive(readable(join(dataDir, name))) ? `${name} (${ARCHIVE})` : name
}
