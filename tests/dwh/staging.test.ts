import { afterAll, beforeAll, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { createStaging } from '../../src/dwh/staging.js'
import type { Database, Engine } from '../../src/engine/index.js'
import { stagingTables } from '../../src/schema/staging.js'
import { loadedSource } from '../../src/sources/index.js'
import { runDwh } from './harness.js'
import { tinyFolder } from './tiny.js'

let db: Database
beforeAll(async () => {
  db = await runDwh(tinyFolder())
})
afterAll(() => db.close())

const readOften = ['customers', 'order_items', 'orders', 'payments', 'products', 'sellers']
const staged = (tables: readonly string[]) => tables.map((table) => `stg_${table}`).sort()

it('parses the text of what is read often once, and keeps the rest as views', async () => {
  const found = await db.all<{ name: string; type: string }>(
    `select table_name as name, table_type as type from information_schema.tables
     where table_name like 'stg\\_%' escape '\\' order by name`,
  )
  const parsed = found.filter(({ type }) => type !== 'VIEW').map(({ name }) => name)
  expect(parsed).toEqual(staged(readOften))
  expect(found.map(({ name }) => name)).toEqual(staged(stagingTables))
})

it('writes no copy of it on a cluster', async () => {
  const views: string[] = []
  const cluster = {
    makeView: async (name: string) => views.push(name),
    rows: async () => [{ items: 0, costed: 0 }],
  } as never as Engine
  await createStaging(db, cluster, await loadedSource(db), Assumptions.defaults())
  expect(views.sort()).toEqual(staged(stagingTables))
})
