import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lineage } from '../../../src/report/lineage/lineage.js'
import { stagingOf } from '../../../src/report/lineage/staging.js'
import { openWorkbench } from '../../../src/workbench/index.js'
import { ownFolder } from '../../sources/harness.js'

it('shows spend of ad platforms and assumed deliveries as the warehouse makes them', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-lineage-'))
  const workbench = openWorkbench({ data: ownFolder('shopify'), workbench: dir })
  await workbench.run({ through: 'raw' })
  const tables = lineage(await stagingOf(workbench))
  const model = (name: string) => tables.get(`dwh.stg_${name}`)!.model!.sql
  expect(model('marketing_spend')).toContain('google_ads')
  expect(model('marketing_spend')).toContain('meta_ads')
  expect(model('orders')).toContain('delivery_days')
  await workbench.close()
  rmSync(dir, { recursive: true })
})
