import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import { ownFiles, type SourceFile } from '../schema/raw.js'
import { adFiles, MAP_FILE, mappedSource, type Source, sources } from '../sources/index.js'
import { csvNames, type FoundFiles, findFiles } from './files.js'

/** A data folder as it is read: its source, its files, and those that belong to none. */
export interface RecognisedFolder extends FoundFiles {
  readonly source: Source
}

/**
 * Recognises the source of a data folder by its files, and finds them.
 *
 * @param asked name of the source to read it as; default the one that the folder shows: a map of
 *   columns where there is one, else the first whose files are there, else Olist's
 * @throws InputError when the folder, a map or a required file is missing, or files are ambiguous
 */
export async function recogniseFolder(dataDir: string, asked?: string): Promise<RecognisedFolder> {
  csvNames(dataDir)
  const source = await chooseSource(dataDir, asked)
  return { source, ...(await findFiles(dataDir, filesOf(source))) }
}

/** The files that a folder of this source may hold: its own, and those beside any source. */
export function filesOf(source: Source): readonly SourceFile[] {
  return [...source.files, ...ownFiles, ...adFiles]
}

async function chooseSource(dataDir: string, asked?: string): Promise<Source> {
  const map = join(dataDir, MAP_FILE)
  if (asked === 'columns' || (asked === undefined && existsSync(map))) return readMap(map)
  if (asked !== undefined) return sourceNamed(asked)
  for (const source of sources) {
    const required = source.files.filter(({ required }) => required)
    if (await holds(dataDir, required)) return source
  }
  return sourceNamed('olist')
}

function readMap(path: string): Source {
  if (existsSync(path)) return mappedSource(readFileSync(path, 'utf8'), path)
  throw new InputError(
    `${path}: no such file, the source columns needs it. \`causeway init DIR --source columns\` writes one to fill in.`,
  )
}

/**
 * A source by its name.
 *
 * @throws InputError on a name that is no source
 */
function sourceNamed(name: string): Source {
  const source = sources.find((other) => other.name === name)
  if (source) return source
  const allowed = [...sources.map((other) => other.name), 'columns'].join(', ')
  throw new InputError(`source: got '${name}', allowed ${allowed}.`)
}

async function holds(dataDir: string, files: readonly SourceFile[]): Promise<boolean> {
  const optional = files.map((file) => ({ ...file, required: false }))
  const { known } = await findFiles(dataDir, optional)
  return known.length === files.length
}
