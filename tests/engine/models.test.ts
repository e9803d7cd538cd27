import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Database, type Model, runModels } from '../../src/engine/index.js'

let dir: string
let db: Database

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-models-'))
  db = await Database.create(join(dir, 'built.duckdb'), { threads: 3, rowGroupRows: 2048 })
})
afterEach(async () => {
  await db.close()
  rmSync(dir, { recursive: true })
})

const models: Model[] = [
  { name: 'a', sql: 'select i, twice(i) as j from listed' },
  { name: 'b', kind: 'temporary', sql: '-- not from d\nselect max(j) as j from a' },
  { name: 'c', sql: 'select count(*) as n from seen' },
  { name: 'd', sql: 'select a.i, b.j from a cross join b' },
]

async function prepare() {
  await db.define({ twice: { parameters: ['x'], body: '2 * x' } })
  const columns = { i: { type: 'BIGINT' as const } }
  await db.putTable('listed', { columns }, { i: [1, 2, 3] }, 'temporary')
  await db.makeView('seen', 'select twice(i) as i from listed')
}

it('makes tables side by side that see functions, views and tables that are not published', async () => {
  await prepare()
  const order: string[] = []
  await runModels(db, models, (name) => order.push(name))
  expect(order.indexOf('b')).toBeGreaterThan(order.indexOf('a'))
  expect(order.indexOf('d')).toBeGreaterThan(order.indexOf('b'))
  expect(await db.all('select * from d order by i')).toEqual([
    { i: 1, j: 6 },
    { i: 2, j: 6 },
    { i: 3, j: 6 },
  ])
  expect(await db.all('select n from c')).toEqual([{ n: 3 }])
  const kept = await db.all(
    `select table_name as name from duckdb_tables() where database_name = 'main_file' order by 1`,
  )
  expect(kept).toEqual([{ name: 'a' }, { name: 'c' }, { name: 'd' }])
})

it('makes first what is wanted first, with all that it reads', async () => {
  await prepare()
  const order: string[] = []
  await db.exec('set threads = 1')
  await runModels(db, models, (name) => order.push(name), 'd')
  expect(order).toEqual(['a', 'b', 'd', 'c'])
})

it('does what is to be done after a table before any other reads it, and stops where that fails', async () => {
  await prepare()
  const order: string[] = []
  const refusing = models.map((model) =>
    model.name === 'a'
      ? {
          ...model,
          after: async () => {
            throw new Error('a cannot be right')
          },
        }
      : model,
  )
  await expect(runModels(db, refusing, (name) => order.push(name))).rejects.toThrow(
    'a cannot be right',
  )
  expect(order).not.toContain('b')
  expect(order).not.toContain('d')
})
