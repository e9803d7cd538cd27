import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError } from '../../errors.js'
import { CAUSES_FILE } from './contract.js'
import type { WrittenFile } from './csv.js'

/** The note beside the files that says they were generated: without it nothing is overwritten. */
const NOTE_FILE = 'generated.json'
const DRAFT_DIR = '.generating'

/** What the note says. */
export interface GeneratedNote {
  readonly about: string
  readonly orders: number
  readonly seed: number
  readonly first_day: string
  readonly last_day: string
  readonly world?: string
  readonly files: readonly WrittenFile[]
}

/**
 * Makes the folder ready and returns the draft folder inside it, to which the files go first.
 *
 * @throws InputError where the folder holds a CSV file that was not generated, or was changed since
 */
export async function openDraft(dir: string): Promise<string> {
  await makeFolder(dir)
  await refuseForeignFiles(dir)
  const draft = join(dir, DRAFT_DIR)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft)
  return draft
}

/** Moves a finished draft into its folder, in place of what was generated there before. */
export async function publishDraft(dir: string, note: GeneratedNote): Promise<void> {
  const draft = join(dir, DRAFT_DIR)
  const before = await readNote(dir)
  await writeFile(join(draft, NOTE_FILE), `${JSON.stringify(note, null, 2)}\n`)
  for (const file of before?.files ?? []) await rm(join(dir, file.name), { force: true })
  await rename(join(draft, NOTE_FILE), join(dir, NOTE_FILE))
  for (const { name } of note.files) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await rename(join(draft, name), join(dir, name))
  }
  await rm(draft, { recursive: true })
}

/** Removes a draft that was not finished. */
export async function discardDraft(dir: string): Promise<void> {
  await rm(join(dir, DRAFT_DIR), { recursive: true, force: true })
}

async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(`dir: got ${dir}, which cannot be made or used as a folder (${reason}).`)
  }
}

async function refuseForeignFiles(dir: string): Promise<void> {
  const own = new Map((await readNote(dir))?.files.map((file) => [file.name, file.bytes]))
  for (const name of await filesBelow(dir)) {
    if (!/\.csv(\.gz)?$/i.test(name)) continue
    if (own.get(name) === (await stat(join(dir, name))).size) continue
    throw new InputError(
      `dir: ${join(dir, name)} was not generated here, or was changed since; it would be lost. ` +
        'Name an empty folder, or move the CSV files away first.',
    )
  }
}

/** The names in a folder and, where it has one, in its folder of the truth. */
async function filesBelow(dir: string): Promise<string[]> {
  const names = await readdir(dir)
  const truth = dirname(CAUSES_FILE.name)
  if (!names.includes(truth)) return names
  return [...names, ...(await readdir(join(dir, truth))).map((name) => `${truth}/${name}`)]
}

async function readNote(dir: string): Promise<GeneratedNote | null> {
  try {
    return JSON.parse(await readFile(join(dir, NOTE_FILE), 'utf8')) as GeneratedNote
  } catch {
    return null
  }
}
