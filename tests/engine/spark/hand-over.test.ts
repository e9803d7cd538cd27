import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Database } from '../../../src/engine/index.js'
import { handOver } from '../../../src/engine/spark/index.js'

const home = mkdtempSync(join(tmpdir(), 'causeway-hand-over-'))
afterAll(() => rmSync(home, { recursive: true }))

async function attached(...statements: string[]) {
  const db = await Database.create()
  await db.exec(`attach ':memory:' as raw; ${statements.join('; ')}`)
  return db
}

it('writes every table once, raw ones with the number of each row', async () => {
  const db = await attached(
    `create table raw.lines (x varchar)`,
    `insert into raw.lines values ('a'), (null), ('line\nbreak')`,
  )
  const folder = join(home, 'raw-1')
  const tables = await handOver(db, 'raw', folder, false)
  await db.exec('drop table raw.lines; create table raw.lines (x varchar)')
  expect(await handOver(db, 'raw', folder, false)).toEqual(tables)
  expect(await db.rows(`select * from read_parquet('${tables.lines}/*.parquet')`)).toEqual([
    { x: 'a', rowid: 0 },
    { x: null, rowid: 1 },
    { x: 'line\nbreak', rowid: 2 },
  ])
  await db.close()
})

it('refuses a bare sum, which Parquet would turn into a DOUBLE', async () => {
  const db = await attached('create table raw.sums as select sum(1) as total_cents')
  await expect(handOver(db, 'raw', join(home, 'raw-2'), false)).rejects.toThrow(
    /raw\.sums: got total_cents HUGEINT, allowed VARCHAR/,
  )
  await db.close()
})
