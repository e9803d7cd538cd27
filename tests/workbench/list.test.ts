import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkbench, publishedRuns } from '../../src/workbench/index.js'
import { ownFolder } from '../sources/harness.js'

it('lists a run in the currency that its files name', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-list-'))
  const workbench = openWorkbench({ data: ownFolder('shopify'), workbench: dir })
  await workbench.run({ through: 'dwh' })
  expect(publishedRuns(dir)).toMatchObject([{ name: 'main', currency: 'USD' }])
  await workbench.close()
  rmSync(dir, { recursive: true })
})
