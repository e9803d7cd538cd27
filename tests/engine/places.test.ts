import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  clearPlace,
  Database,
  makePlace,
  parquetFiles,
  reach,
  storeOf,
  under,
} from '../../src/engine/index.js'

it.each([
  ['/mnt/causeway', undefined],
  ['C:\\causeway', undefined],
  ['s3a://bucket/causeway', 's3a'],
  ['GS://bucket', 'gs'],
])('%s is of %s', (place, store) => expect(storeOf(place)).toBe(store))

it('keeps an address whole', () => {
  expect(under('s3a://bucket/causeway', 'dwh-1', 'fct_orders')).toBe(
    's3a://bucket/causeway/dwh-1/fct_orders',
  )
})

it('makes and clears folders, and leaves object stores alone', async () => {
  const home = mkdtempSync(join(tmpdir(), "causeway it's "))
  const db = await Database.create()
  makePlace(under(home, 'a', 'b'))
  await db.exec(
    `copy (select 1 as x) to '${home.replaceAll("'", "''")}/a/b/part-0.parquet' (format parquet)`,
  )
  const [found, ...others] = await parquetFiles(db, under(home, '**', '*.parquet'))
  expect(found).toEqual({ file: `${home}/a/b/part-0.parquet`, bytes: expect.any(Number) })
  expect(others).toEqual([])
  clearPlace(under(home, 'a'))
  expect(existsSync(under(home, 'a'))).toBe(false)
  expect(await parquetFiles(db, under(home, '**', '*.parquet'))).toEqual([])
  for (const work of [makePlace, clearPlace]) work('s3a://bucket/causeway')
  expect(existsSync('s3a:')).toBe(false)
  rmSync(home, { recursive: true })
  await db.close()
})

it('says which extension of DuckDB an object store needs', async () => {
  const rows = async (sql: string) => {
    if (sql.startsWith('load')) throw new Error('not found')
    return [{ version: 'v1.5.5' }]
  }
  const db = { rows } as never as Database
  await expect(reach(db, 's3a://bucket/causeway')).rejects.toThrow(
    "s3a://bucket/causeway: reading it needs DuckDB's extension httpfs, which is not installed. Install it once, with DuckDB v1.5.5: install httpfs;",
  )
  await expect(reach(db, 'abfss://c@a.example/x')).rejects.toThrow(/extension azure/)
  await expect(reach(db, '/mnt/causeway')).resolves.toBeUndefined()
})
