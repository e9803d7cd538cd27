import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import { shellWord } from '../format/index.js'
import { ownFiles, type SourceFile } from '../schema/raw.js'
import { adFiles, MAP_FILE, mappedSource, readMap, type Source, sources } from '../sources/index.js'
import { csvNames, type FoundFiles, findFiles, heldWords } from './files.js'

/** A data folder as it is read: its source, its files, and those that belong to none. */
export interface RecognisedFolder extends FoundFiles {
  readonly source: Source
}

/**
 * Recognises the source of a data folder by its files, and finds them.
 *
 * @param asked name of the source to read it as; default the one that the folder shows: a map of
 *   columns where there is one, else the first whose files are there, else Olist's if it holds one of them
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
  const path = join(dataDir, MAP_FILE)
  if (!existsSync(path)) return shopSource(dataDir, asked)
  const text = readFileSync(path, 'utf8')
  const map = readMap(text, path)
  if (map.orders === undefined) return mappedSource(map, text, await shopSource(dataDir, asked))
  if (asked === undefined || asked === 'columns') return mappedSource(map, text)
  throw new InputError(
    `source: got '${sourceNamed(asked, dataDir).name}', but ${path} maps the orders. Take its orders out, or leave --source away.`,
  )
}

/** The source of the orders where no map says how to read them. */
async function shopSource(dataDir: string, asked?: string): Promise<Source> {
  if (asked !== undefined) return sourceNamed(asked, dataDir)
  for (const source of sources) {
    const required = source.files.filter(({ required }) => required)
    if (await holds(dataDir, required)) return source
  }
  const olist = sourceNamed('olist', dataDir)
  const { known } = await findFiles(dataDir, olist.files.map(notNeeded))
  if (known.length > 0) return olist
  throw new InputError(notRecognised(dataDir))
}

/** That a folder shows no source, what would show one, and what is there instead. */
function notRecognised(dataDir: string): string {
  const known = sources.map(({ name, files }) => {
    const required = files.filter((file) => file.required)
    const words = required.map(({ stems, header, signature }) =>
      signature
        ? `a file with the columns ${signature.join(', ')}`
        : `${stems.at(-1)}.csv (${header.join(', ')})`,
    )
    return `  ${name}: ${words.join(' and ')}`
  })
  const found = heldWords(dataDir, csvNames(dataDir))
  return `${dataDir}: no file of orders that is known by its columns. The folder holds ${found}. Known are
${known.join('\n')}
  columns: any other export, once ${MAP_FILE} beside it says which column is what
Add the file of orders, or write that map: \`causeway init NEW --source columns --from ${shellWord(dataDir)}\`.`
}

/**
 * A source by its name.
 *
 * @throws InputError on a name that is no source, or that of a map where none stands
 */
function sourceNamed(name: string, dataDir: string): Source {
  const source = sources.find((other) => other.name === name)
  if (source) return source
  if (name === 'columns') throw new InputError(noMap(join(dataDir, MAP_FILE)))
  const allowed = [...sources.map((other) => other.name), 'columns'].join(', ')
  throw new InputError(`source: got '${name}', allowed ${allowed}.`)
}

function noMap(path: string): string {
  return `${path}: no such file, or it maps no orders; the source columns needs it. \`causeway init DIR --source columns\` writes one to fill in.`
}

async function holds(dataDir: string, files: readonly SourceFile[]): Promise<boolean> {
  const { known } = await findFiles(dataDir, files.map(notNeeded))
  return known.length === files.length
}

function notNeeded(file: SourceFile): SourceFile {
  return { ...file, required: false }
}
