import { join } from 'node:path'
import type { Assumptions } from '../assumptions/index.js'
import { Database } from '../engine/index.js'
import { assumptionsInForce } from '../market/index.js'
import type { StageName } from '../schema/artifact-names.js'
import { placedTables, withObservedPlace } from '../sources/index.js'
import type { Artifact, Artifacts } from './manifest.js'

/** A run that has made some of its artifacts. */
interface Unfinished {
  /** The workbench folder. */
  readonly dir: string
  readonly assumptions: Assumptions
  readonly artifacts: Artifacts
}

/**
 * The assumptions that hold after a stage, a pure function of those before and of the artifacts: from
 * the raw files on with the place that they name, from the market on with the channels of a file of
 * spend.
 */
export async function inForceAfter(stage: StageName, run: Unfinished): Promise<Assumptions> {
  const { dir, assumptions, artifacts } = run
  const { raw, dwh } = artifacts
  if (stage === 'raw' && placedTables.some((table) => raw!.rows[table] !== undefined)) {
    return reading(dir, { raw: raw! }, (db) => withObservedPlace(assumptions, db))
  }
  if (stage === 'market' && dwh!.rows.fct_marketing_spend !== undefined) {
    return reading(dir, { dwh: dwh! }, (db) =>
      assumptionsInForce({ assumptions, rows: db.rows.bind(db) }),
    )
  }
  return assumptions
}

async function reading<T>(
  dir: string,
  artifacts: Readonly<Record<string, Artifact>>,
  read: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await Database.create(':memory:')
  try {
    for (const [name, { file }] of Object.entries(artifacts)) await db.attach(name, join(dir, file))
    return await read(db)
  } finally {
    await db.close()
  }
}
