import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { generateMarketplace } from '../../src/synthetic/index.js'

const SAMPLE = fileURLToPath(new URL('../../data/sample', import.meta.url))
const MAX_BYTES = 4_000_000
const dir = mkdtempSync(join(tmpdir(), 'causeway-sample-'))

afterAll(() => rmSync(dir, { recursive: true }))

test('the bundled sample is what the generator writes, byte for byte', async () => {
  const { files } = await generateMarketplace({ dir, orders: 5000, seed: 1 })
  for (const { name, sha256 } of [...files, noteFile()]) {
    expect(sha256Of(join(SAMPLE, name)), name).toBe(sha256)
  }
  const bytes = files.reduce((sum, { name }) => sum + statSync(join(SAMPLE, name)).size, 0)
  expect(bytes).toBeLessThan(MAX_BYTES)
})

function noteFile() {
  return { name: 'generated.json', sha256: sha256Of(join(dir, 'generated.json')) }
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
