import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import {
  claimFolder,
  folderProblem,
  publishedFolder,
  releaseFolders,
} from '../../src/workbench/parquet-folder.js'

const home = mkdtempSync(join(tmpdir(), 'causeway-folders-'))
afterAll(() => rmSync(home, { recursive: true }))

let made = 0
function newPlace() {
  const dir = join(home, `workbench-${made++}`)
  const root = join(home, 'root')
  mkdirSync(dir, { recursive: true })
  return { dir, root }
}

function filled(folder: string): string {
  mkdirSync(join(folder, 't'), { recursive: true })
  writeFileSync(join(folder, 't', 'part-0.parquet'), 'abc')
  return folder
}

it('gives two workbenches of one root folders of their own', () => {
  const one = newPlace()
  const other = newPlace()
  const folder = claimFolder(one.dir, 'dwh-ab.duckdb', one.root)
  expect(folder.startsWith(join(one.root, 'dwh-ab-'))).toBe(true)
  expect(claimFolder(one.dir, 'dwh-ab.duckdb', one.root)).toBe(folder)
  expect(claimFolder(other.dir, 'dwh-ab.duckdb', other.root)).not.toBe(folder)
})

it('removes the folders of artifacts that are not kept, and no others', () => {
  const { dir, root } = newPlace()
  const kept = filled(claimFolder(dir, 'dwh-ab.duckdb', root))
  const left = filled(claimFolder(dir, 'finance-cd.duckdb', root))
  const foreign = filled(join(root, 'own-things'))
  writeFileSync(join(dir, 'market-ef.duckdb.folder'), foreign)
  releaseFolders(dir, new Set(['dwh-ab.duckdb']))
  expect([kept, left, foreign].map((folder) => existsSync(folder))).toEqual([true, false, true])
  expect(readdirSync(dir)).toEqual(['dwh-ab.duckdb.folder'])
})

it('moves with its root', () => {
  const { dir, root } = newPlace()
  const before = filled(claimFolder(dir, 'raw-ab.duckdb', root))
  const after = claimFolder(dir, 'raw-ab.duckdb', join(home, 'elsewhere'))
  expect(existsSync(before)).toBe(false)
  expect(after.startsWith(join(home, 'elsewhere', 'raw-ab-'))).toBe(true)
})

it('knows a published file that was cut short or is gone', async () => {
  const db = await Database.create()
  const { dir, root } = newPlace()
  const folder = filled(claimFolder(dir, 'dwh-ab.duckdb', root))
  const published = await publishedFolder(db, folder)
  await db.close()
  expect(published.files).toEqual({ 't/part-0.parquet': 3 })
  expect(folderProblem(published)).toBeUndefined()
  writeFileSync(join(folder, 't', 'part-0.parquet'), 'ab')
  expect(folderProblem(published)).toContain('has 2 bytes, published with 3')
  rmSync(join(folder, 't'), { recursive: true })
  expect(folderProblem(published)).toContain('is missing')
})
