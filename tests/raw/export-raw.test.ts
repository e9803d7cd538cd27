import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { exportRaw } from '../../src/raw/index.js'
import { type Fields, readRecord } from '../../src/raw/record.js'
import { artifactOf } from '../made/whole-run.js'
import { hasOlist, needsOlist, olistDir } from '../olist.js'
import { csvText, tables } from './csv-text.js'
import { dataFolder, newFolder, runRaw } from './harness.js'

/** Loads a folder, writes it out again, and returns the new folder's files by name. */
async function roundTrip(dataDir: string): Promise<string[]> {
  const path = join(newFolder(), 'raw.duckdb')
  const { db } = await runRaw(dataDir, { path })
  await db.checkpoint()
  await db.close()
  return writtenOut(path)
}

async function writtenOut(path: string): Promise<string[]> {
  const reader = await Database.create()
  await reader.attach('raw', path)
  const rows = <T>(sql: string) => reader.all<T>(sql)
  const written = await exportRaw({ rows }, join(newFolder(), "out 'put"))
  await reader.close()
  return written
}

/** Cells of a file, record by record, blank lines left out. */
function* records(path: string): Generator<Fields> {
  const bytes = readFileSync(path)
  for (let at = bytes[0] === 0xef ? 3 : 0; at < bytes.length; ) {
    const record = readRecord(bytes, at)
    if ('problem' in record) throw new Error(`${path}: ${record.problem}`)
    if (record.end - at > 2) yield record.fields
    at = record.end
  }
}

function expectEqualCells(source: string, copy: string): void {
  const copied = records(copy)
  let line = 0
  for (const wanted of records(source)) {
    const got = copied.next().value as Fields | undefined
    line++
    if (!wanted.every((cell, i) => cell === got?.[i])) expect([line, got]).toEqual([line, wanted])
  }
  expect(copied.next().done).toBe(true)
}

function expectFolderPreserved(dataDir: string, written: readonly string[]): void {
  expect(written.length).toBeGreaterThanOrEqual(9)
  for (const copy of written) expectEqualCells(join(dataDir, basename(copy)), copy)
}

const HEADER = 'product_category_name_english,product_category_name'

describe('a raw table written out again', () => {
  it('has every cell of its file, in its order of columns', async () => {
    await fc.assert(
      fc.asyncProperty(tables(2), async (rows) => {
        const name = 'product_category_name_translation.csv'
        const dir = dataFolder({ [name]: `${HEADER}\n${csvText(rows)}` })
        const copy = (await roundTrip(dir)).find((path) => basename(path) === name)!
        expectEqualCells(join(dir, name), copy)
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('the bundled sample', async () => {
    expectFolderPreserved('data/sample', await roundTrip('data/sample'))
  }, 60_000)

  it.skipIf(!hasOlist)(
    `all tables, ${needsOlist}`,
    async () => {
      expectFolderPreserved(olistDir, await writtenOut(await artifactOf('olist', 'raw')))
    },
    120_000,
  )
})
