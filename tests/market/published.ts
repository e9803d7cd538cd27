import { afterAll, beforeAll } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import type { Database, SqlSource } from '../../src/engine/index.js'
import { type DayOfOrders, runMarket, withOrders } from './dwh.js'

/** What views read: `dwh` and a published `market`, under the assumptions they were made with. */
export interface Published extends SqlSource {
  readonly assumptions: Assumptions
  readonly seed: number
  run(sql: string): Promise<void>
}

/** Publishes one market for the tests of a file. */
export function publishedMarket(days: readonly DayOfOrders[], changes: object = {}): Published {
  let db: Database
  beforeAll(async () => {
    const stage = await withOrders(days)
    await runMarket(stage, changes as Record<string, unknown>)
    db = await asMarket(stage)
  })
  afterAll(() => db.close())
  return {
    assumptions: Assumptions.defaults().with(changes as Record<string, unknown>),
    seed: 42,
    rows: (sql, ...parameters) => db.all(sql, ...parameters),
    run: (sql) => db.run(sql),
  }
}

/** Moves the stage's own tables to where an attached artifact has them. */
async function asMarket(db: Database): Promise<Database> {
  await db.exec(`attach ':memory:' as market`)
  for (const table of [
    'dim_channel',
    'fct_marketing_daily',
    'spend_release',
    'channel_balances',
    'season_effects',
    'plan_notes',
  ]) {
    await db.exec(`create table market.${table} as from memory.main.${table}`)
  }
  return db
}
