import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileStamp } from '../../src/engine/index.js'
import { judge } from '../../src/report/judgment.js'
import { openWorkbench } from '../../src/workbench/index.js'
import { readManifest, writeManifest } from '../../src/workbench/manifest.js'
import { putWholeRun } from '../made/whole-run.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-verify-'))
beforeAll(() => putWholeRun('shopify', dir), 120_000)
afterAll(() => rmSync(dir, { recursive: true }))

/** Where the engine lays a block of the first column of orders in its file: behind three headers of 4 KiB. */
async function blockOfOrders(): Promise<number> {
  const workbench = openWorkbench({ workbench: dir, run: 'main' })
  const [row] = await workbench.rows<{ block: number }>(
    "select block_id as block from pragma_storage_info('dwh.fct_orders') where block_id >= 0 order by 1",
  )
  await workbench.close()
  return 3 * 4_096 + row!.block * 262_144
}

/** Flips a byte of the warehouse and stamps the file as if it had been published so. */
function damageUnseen(at: number): void {
  const manifest = readManifest(dir)
  const { main } = manifest.runs
  const { dwh } = main!.artifacts
  const path = join(dir, dwh!.file)
  const bytes = readFileSync(path)
  bytes[at]! ^= 0x10
  chmodSync(path, 0o644)
  writeFileSync(path, bytes)
  const artifacts = { ...main!.artifacts, dwh: { ...dwh!, stamp: fileStamp(path) } }
  writeManifest(dir, { ...manifest, runs: { main: { ...main!, artifacts } } })
}

it('damage that no stamp tells of is found by a check, and by the engine in what it reads', async () => {
  damageUnseen((await blockOfOrders()) + 100)
  const workbench = openWorkbench({ workbench: dir, run: 'main' })
  expect(await workbench.rows('select 1 as one')).toEqual([{ one: 1 }])
  await expect(judge(workbench)).rejects.toThrow('CRC-32 differs')
  const orders = workbench.rows('select max(cast(o as varchar)) as most from dwh.fct_orders as o')
  await expect(orders).rejects.toThrow(/Corrupt database file.*checksum/)
  await workbench.close()
})
