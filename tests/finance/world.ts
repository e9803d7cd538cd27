import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAssumptions } from '../../src/assumptions/index.js'
import { Database, type Value } from '../../src/engine/index.js'
import { financeStage } from '../../src/finance/index.js'
import { attributionSchema } from '../../src/schema/attribution.js'
import type { ArtifactSchema, ColumnType } from '../../src/schema/column.js'
import { dwhSchema } from '../../src/schema/dwh.js'
import { marketSchema } from '../../src/schema/market.js'

export type Rows = Readonly<Record<string, Value>>[]
/** Rows by `artifact.table`; columns that a row leaves out get 0, false, '' or null. */
export type World = Readonly<Record<string, Rows>>

const schemas: Readonly<Record<string, ArtifactSchema>> = {
  dwh: dwhSchema,
  market: marketSchema,
  attribution: attributionSchema,
}

/** A date at midnight, or a moment: day('2018-01-31'), day('2018-01-31T10:00:00'). */
export const day = (text: string) => new Date(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`)

/** Builds the finance artifact over a little world in memory, asks it, and clears up. */
export async function withFinance<T>(
  world: World,
  ask: (db: Database) => Promise<T>,
  changes: Record<string, unknown> = {},
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-finance-'))
  const db = await Database.create(':memory:', { threads: 1 })
  try {
    for (const [artifact, schema] of Object.entries(schemas)) {
      const path = join(dir, `${artifact}.duckdb`)
      await writeArtifact(path, artifact, schema, world)
      await db.attach(artifact, path)
    }
    await financeStage.build({
      db,
      assumptions: loadAssumptions({ changes }),
      seed: 1,
      inputs: { dataDir: '', allowRejects: false },
      progress: () => {},
    })
    return await ask(db)
  } finally {
    await db.close()
    rmSync(dir, { recursive: true })
  }
}

async function writeArtifact(
  path: string,
  artifact: string,
  schema: ArtifactSchema,
  world: World,
): Promise<void> {
  const db = await Database.create(path, { threads: 1 })
  for (const [name, table] of Object.entries(schema)) {
    const rows = world[`${artifact}.${name}`] ?? []
    const columns = Object.entries(table.columns).map(([column, { type }]) => [
      column,
      rows.map((row) => (column in row ? row[column] : nothing(type))),
    ])
    await db.createTable(name, table)
    await db.append(name, table, Object.fromEntries(columns))
  }
  await db.close()
}

function nothing(type: ColumnType): Value {
  if (type === 'BOOLEAN') return false
  if (type === 'VARCHAR') return ''
  return type === 'DATE' || type === 'TIMESTAMP' ? null : 0
}
