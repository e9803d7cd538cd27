import { join } from 'node:path'
import { Assumptions, type UncheckedChanges } from '../../src/assumptions/index.js'
import { dwhStage } from '../../src/dwh/index.js'
import { Database } from '../../src/engine/index.js'
import { newFolder, runRaw } from '../raw/harness.js'

/** Runs stages 1 and 2 on a data folder; `raw` is attached to the database that comes back. */
export async function runDwh(
  dataDir: string,
  options: { threads?: number; changes?: UncheckedChanges } = {},
): Promise<Database> {
  const { threads, changes = {} } = options
  const path = join(newFolder(), 'raw.duckdb')
  const raw = await runRaw(dataDir, { path, ...(threads ? { threads } : {}) })
  await raw.db.checkpoint()
  await raw.db.close()
  const db = await Database.create(':memory:', threads ? { threads } : {})
  await db.attach('raw', path)
  try {
    await dwhStage.build({
      db,
      assumptions: Assumptions.defaults().with(changes),
      seed: 1,
      inputs: { dataDir, allowRejects: false },
      progress: () => {},
    })
  } catch (error) {
    await db.close()
    throw error
  }
  return db
}
