import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { provePreservation } from '../../src/raw/index.js'
import { dataFolder, newFolder, runRaw } from './harness.js'

const HEADER = 'seller_state,seller_id,seller_zip_code_prefix,seller_city'

async function folderWith(content: string, change = '') {
  const dataDir = dataFolder({ 'sellers.csv': content })
  const path = join(newFolder(), 'raw.duckdb')
  const { db } = await runRaw(dataDir, { path, allowRejects: true })
  if (change) await db.exec(change)
  await db.checkpoint()
  await db.close()
  const reader = await Database.create()
  await reader.attach('raw', path)
  return { dataDir, rows: <T>(sql: string) => reader.all<T>(sql), close: () => reader.close() }
}

const content = `\ufeff${HEADER}\nSP,a,01037,"são ""p"", x"\n\nRJ,b,,""\nshort,line\nMG,\ufeffc,1,d\n`

describe('provePreservation', () => {
  it('finds every cell of a table in its file', async () => {
    const folder = await folderWith(content)
    expect(await provePreservation(folder, 'sellers')).toEqual({
      table_name: 'sellers',
      rows: 3,
      cells: 12,
      different_cells: 0,
    })
    await folder.close()
  })

  it.each([
    ['a changed cell', `update sellers set seller_city = null where seller_id = 'b'`, 1],
    ['a lost row', `delete from sellers where seller_state = 'MG'`, 4],
  ])('finds %s', async (_, change, different_cells) => {
    const folder = await folderWith(content, change)
    expect(await provePreservation(folder, 'sellers')).toMatchObject({ different_cells })
    await folder.close()
  })

  it('names a table that is not there and a file that has changed', async () => {
    const folder = await folderWith(content)
    await expect(provePreservation(folder, 'buyers')).rejects.toThrow("got 'buyers', allowed")
    writeFileSync(join(folder.dataDir, 'sellers.csv'), `${content}x,y,z,w\n`)
    await expect(provePreservation(folder, 'sellers')).rejects.toThrow('has changed since')
    await folder.close()
  })
})
