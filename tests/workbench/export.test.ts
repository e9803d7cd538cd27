import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { exportTables, openWorkbench, type Workbench } from '../../src/workbench/index.js'

let dir: string
let workbench: Workbench
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "cause'way "))
  await generateMarketplace({ dir: join(dir, 'data'), orders: 50, seed: 5 })
  workbench = openWorkbench({ data: join(dir, 'data'), workbench: join(dir, 'workbench') })
  await workbench.run({ through: 'dwh' })
})
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('exportTables', () => {
  it('writes every table as Parquet with the same rows', async () => {
    const paths = await exportTables(workbench, join(dir, 'parquet'), 'parquet')
    const path = join(dir, 'parquet', 'dwh', 'fct_orders.parquet')
    expect(paths).toContain(path)
    const db = await Database.create()
    const [row] = await db.all('select count(*) as n from read_parquet(?)', path)
    await db.close()
    expect(row).toEqual({ n: 50 })
  })

  it('writes every table as CSV', async () => {
    await exportTables(workbench, join(dir, 'csv'), 'csv')
    const text = readFileSync(join(dir, 'csv', 'raw', 'sellers.csv'), 'utf8')
    expect(text.split('\n')[0]).toBe('seller_id,seller_zip_code_prefix,seller_city,seller_state')
  })

  it('names a folder that cannot be made', async () => {
    const file = join(dir, 'csv', 'raw', 'sellers.csv')
    expect(existsSync(file)).toBe(true)
    await expect(exportTables(workbench, file, 'csv')).rejects.toThrow(`${file}`)
  })
})
