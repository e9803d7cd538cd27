import { type Database, fileStamp, sideBySide, storeUncompressed } from '../engine/index.js'
import { InputError } from '../errors.js'
import { rawSchema } from '../schema/raw.js'
import type { Source } from '../sources/index.js'
import type { RunInputs, Stage, StageContext } from '../stage.js'
import { isGzip, UTF8 } from './bytes.js'
import type { FoundFile } from './files.js'
import { fileSha256 } from './fingerprint.js'
import { readHeader } from './header.js'
import { type LoadedFile, loadFile } from './load.js'
import { recogniseFolder } from './recognise.js'

const REJECTS_SHOWN = 3

interface HashedFile extends LoadedFile {
  readonly sha256: string
}

/** Stage 1: reality, before interpretation. Every value as it stands in its file. */
export const rawStage: Stage = {
  name: 'raw',
  needs: [],
  schema: rawSchema,
  hasOwnTables: true,
  fingerprint,
  build,
}

async function fingerprint(inputs: RunInputs): Promise<string> {
  const { source, known, unknown } = await recogniseFolder(inputs.dataDir, inputs.source)
  const files = await Promise.all(
    known.map(async ({ source, name, path }) => [source.table, name, await fileSha256(path)]),
  )
  const { name, mapping } = source
  return JSON.stringify({ name, mapping, files, unknown, allowRejects: inputs.allowRejects })
}

async function build({ db, inputs, progress }: StageContext): Promise<void> {
  const { source, known, unknown } = await recogniseFolder(inputs.dataDir, inputs.source)
  progress(`reading the files as ${source.name}`)
  await storeUncompressed(db)
  await checkHeaders(known)
  const loaded = await loadAll(db, known, progress)
  for (const file of loaded) checkComplete(file)
  const rejected = loaded.filter(({ rejects }) => rejects.length > 0)
  if (rejected.length > 0 && !inputs.allowRejects) throw new InputError(rejectsWords(rejected))
  for (const { file, rejects } of rejected) {
    progress(`${file.name}: ${rejects.length} lines rejected`)
  }
  for (const name of unknown) progress(`${name} belongs to no table and is not loaded`)
  await record(db, loaded, unknown)
  await recordSource(db, source)
}

/** Reads all headers before anything is loaded, and tells of all that break the contract at once. */
async function checkHeaders(files: readonly FoundFile[]): Promise<void> {
  const problems: string[] = []
  for (const file of files) {
    try {
      await readHeader(file, isGzip(file.path))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(error.message)
    }
  }
  if (problems.length > 0) throw new InputError(problems.join('\n'))
}

/** Loads all files, the largest first; the results stand in the order of the contract. */
async function loadAll(
  db: Database,
  files: readonly FoundFile[],
  progress: StageContext['progress'],
): Promise<HashedFile[]> {
  const bySize = files.toSorted((a, b) => b.bytes - a.bytes)
  const loaded = await sideBySide(db, bySize, (connection, file) => {
    progress(`loading ${file.name}`)
    return connection.measured('file', file.name, () => loadUnchanged(connection, file))
  })
  return loaded.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file))
}

async function loadUnchanged(connection: Database, file: FoundFile): Promise<HashedFile> {
  const before = fileStamp(file.path)
  const [loaded, sha256] = await Promise.all([loadFile(connection, file), fileSha256(file.path)])
  if (fileStamp(file.path) === before) return { ...loaded, sha256 }
  throw new InputError(`${file.path} was changed while it was being loaded. Run again.`)
}

/** Nothing lost, nothing invented: the law of `load_manifest`, counted on two paths. */
function checkComplete(loaded: LoadedFile) {
  const { file, header, rows, lines, blankLines, continuationLines, rejects } = loaded
  const accounted =
    header.preambleLines + 1 + rows + rejects.length + blankLines + continuationLines
  if (accounted === lines) return
  throw new Error(`${file.path} has ${lines} lines, but ${accounted} are accounted for.`)
}

function rejectsWords(rejected: readonly LoadedFile[]): string {
  const words = rejected.map(({ file, rejects }) => {
    const first = rejects
      .slice(0, REJECTS_SHOWN)
      .map(({ line, text, reason }) => `  line ${line}: ${reason}: ${text.slice(0, 200)}`)
    const more = rejects.length - first.length
    if (more > 0) first.push(`  and ${more} more`)
    return `${file.path}: ${rejects.length} lines cannot be loaded:\n${first.join('\n')}`
  })
  return `${words.join('\n')}\nCorrect the lines, or go on without them with --allow-rejects.`
}

async function record(
  db: Database,
  loaded: readonly HashedFile[],
  unknown: readonly string[],
): Promise<void> {
  await db.putTable('load_manifest', rawSchema.load_manifest!, {
    table_name: loaded.map(({ file }) => file.source.table),
    file_name: loaded.map(({ file }) => file.name),
    sha256: loaded.map(({ sha256 }) => sha256),
    bytes: loaded.map(({ file }) => file.bytes),
    header: loaded.map(({ header }) => header.text),
    delimiter: loaded.map(({ header }) => String.fromCharCode(header.delimiter)),
    encoding: loaded.map(({ file }) => file.source.encoding ?? UTF8),
    rows_loaded: loaded.map(({ rows }) => rows),
    rows_rejected: loaded.map(({ rejects }) => rejects.length),
    lines: loaded.map(({ lines }) => lines),
    blank_lines: loaded.map(({ blankLines }) => blankLines),
    preamble_lines: loaded.map(({ header }) => header.preambleLines),
    continuation_lines: loaded.map(({ continuationLines }) => continuationLines),
  })
  const rejects = loaded.flatMap(({ file, rejects }) =>
    rejects.map((reject) => ({ ...reject, name: file.name })),
  )
  await db.putTable('load_rejects', rawSchema.load_rejects!, {
    file_name: rejects.map(({ name }) => name),
    line_number: rejects.map(({ line }) => line),
    line_text: rejects.map(({ text }) => text),
    reason: rejects.map(({ reason }) => reason),
  })
  await db.putTable('unknown_files', rawSchema.unknown_files!, { file_name: unknown })
}

async function recordSource(db: Database, { name, mapping }: Source): Promise<void> {
  await db.putTable('source', rawSchema.source!, { name: [name], mapping: [mapping ?? null] })
}
