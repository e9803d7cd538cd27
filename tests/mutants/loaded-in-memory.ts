import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '../../src/engine/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openEveryLine } from '../judgment/every-line.js'
import type { MarketplaceUnder } from './marketplaces.js'

/** Makes the files of a marketplace and loads them into memory, as the artifact `raw`. */
export async function loadedInMemory(of: MarketplaceUnder, seed: number) {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-mutants-'))
  try {
    const data = join(dir, 'data')
    await writeFiles(of, data)
    const workbench = openEveryLine(of.changes, {
      data,
      workbench: join(dir, 'w'),
      seed,
      threads: 1,
    })
    const { artifacts } = await workbench.run({ through: 'raw' })
    await workbench.close()
    const db = await Database.create(':memory:', { threads: 1 })
    await db.attach('published', join(workbench.dir, artifacts.raw!.file))
    await db.exec(`attach ':memory:' as raw`)
    for (const { name } of await db.all<{ name: string }>(
      `select table_name as name from duckdb_tables() where database_name = 'published'`,
    )) {
      await db.exec(`create table raw."${name}" as from published."${name}"`)
    }
    await db.exec('detach published')
    return { db, assumptions: workbench.assumptions }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function writeFiles({ marketplace, edits = [] }: MarketplaceUnder, dir: string) {
  if (typeof marketplace === 'function') {
    mkdirSync(dir)
    marketplace(dir)
  } else await generateMarketplace({ dir, ...marketplace })
  for (const edit of edits) edit(dir)
}
