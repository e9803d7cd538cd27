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

/** The artifacts that stand, by the world and the changes they were made from, those asked last at the end. */
const built = new Map<string, Database>()
const MOST_BUILT = 6

/**
 * Asks the finance artifact of a little world, in memory. It is built once for tests that ask the same world
 * under the same assumptions one after another; what a test does to it is undone.
 */
export async function withFinance<T>(
  world: World,
  ask: (db: Database) => Promise<T>,
  changes: Record<string, unknown> = {},
): Promise<T> {
  const db = await artifactOf(world, changes)
  await db.exec('begin transaction')
  try {
    return await ask(db)
  } finally {
    await db.exec('rollback')
  }
}

async function artifactOf(world: World, changes: Record<string, unknown>): Promise<Database> {
  const key = JSON.stringify([world, changes])
  const db = built.get(key) ?? (await build(world, changes))
  built.delete(key)
  built.set(key, db)
  const [oldest] = built
  if (built.size > MOST_BUILT) {
    built.delete(oldest![0])
    await oldest![1].close()
  }
  return db
}

async function build(world: World, changes: Record<string, unknown>): Promise<Database> {
  const db = await Database.create(':memory:', { threads: 1 })
  try {
    for (const [artifact, schema] of Object.entries(schemas)) {
      await db.exec(`attach ':memory:' as ${artifact}; use ${artifact}`)
      await putTables(db, artifact, schema, world)
    }
    await db.exec('use memory')
    await financeStage.build({
      db,
      assumptions: loadAssumptions({ changes }),
      seed: 1,
      inputs: { dataDir: '', allowRejects: false },
      progress: () => {},
    })
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

async function putTables(
  db: Database,
  artifact: string,
  schema: ArtifactSchema,
  world: World,
): Promise<void> {
  for (const [name, table] of Object.entries(schema)) {
    const rows = world[`${artifact}.${name}`] ?? []
    const columns = Object.entries(table.columns).map(([column, { type }]) => [
      column,
      rows.map((row) => (column in row ? row[column] : nothing(type))),
    ])
    await db.createTable(name, table)
    if (rows.length > 0) await db.append(name, table, Object.fromEntries(columns))
  }
}

function nothing(type: ColumnType): Value {
  if (type === 'BOOLEAN') return false
  if (type === 'VARCHAR') return ''
  return type === 'DATE' || type === 'TIMESTAMP' ? null : 0
}
