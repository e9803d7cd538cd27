import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Assumptions } from '../../src/assumptions/index.js'
import { Database } from '../../src/engine/index.js'
import { rawStage } from '../../src/raw/index.js'
import { olistFiles } from '../../src/schema/raw.js'

/** A new empty folder. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'causeway-'))
}

/** Optional files that no test expects unless it gives them. */
const leads = ['marketing_qualified_leads', 'closed_deals']

/** The nine files of a marketplace. */
export const nineFiles = olistFiles.filter(({ table }) => !leads.includes(table))

/** A folder with a header-only file for each of the nine tables, and the given files over them. */
export function dataFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const dir = newFolder()
  for (const { table, header } of nineFiles) {
    if (!Object.keys(files).some((name) => name.startsWith(`${table}.`))) {
      writeFileSync(join(dir, `${table}.csv`), `${header.join(',')}\n`)
    }
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content)
  return dir
}

export interface RawRun {
  readonly db: Database
  readonly messages: readonly string[]
}

/** Runs stage 1 in memory, or in a file. */
export async function runRaw(
  dataDir: string,
  options: { allowRejects?: boolean; path?: string; threads?: number } = {},
): Promise<RawRun> {
  const { path = ':memory:', threads } = options
  const db = await Database.create(path, threads ? { threads } : {})
  const messages: string[] = []
  try {
    await rawStage.build({
      db,
      assumptions: Assumptions.defaults(),
      seed: 1,
      inputs: { dataDir, allowRejects: options.allowRejects ?? false },
      progress: (message) => messages.push(message),
    })
  } catch (error) {
    await db.close()
    throw error
  }
  return { db, messages }
}
