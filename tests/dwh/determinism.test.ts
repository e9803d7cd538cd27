import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tableFingerprint, tableNames } from '../../src/engine/index.js'
import { dataFolder, nineFiles } from '../raw/harness.js'
import { runDwh } from './harness.js'

const sample = 'data/sample'

/** The sample with the records of every file in another order. */
function shuffledSample(): string {
  const files: Record<string, string> = {}
  for (const { table, stems } of nineFiles) {
    const text = readFileSync(join(sample, `${stems[0]}.csv`), 'utf8')
    const [header, ...records] = text.match(/(?:[^"\n]|"[^"]*")+\n/g)!
    files[`${table}.csv`] = header + records.reverse().join('')
  }
  return dataFolder(files)
}

async function contents(dataDir: string, threads: number): Promise<Record<string, string>> {
  const db = await runDwh(dataDir, { threads })
  const hashes: Record<string, string> = {}
  for (const table of await tableNames(db)) hashes[table] = await tableFingerprint(db, table)
  await db.close()
  return hashes
}

it('has the same contents whatever the threads and the row order of the files', async () => {
  const once = await contents(sample, 1)
  expect(Object.keys(once)).toHaveLength(11)
  expect(await contents(sample, 4)).toEqual(once)
  expect(await contents(shuffledSample(), 2)).toEqual(once)
}, 60_000)
