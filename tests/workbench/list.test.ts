import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { headSentence, readHead } from '../../src/report/head.js'
import { openWorkbench, publishedRuns } from '../../src/workbench/index.js'
import { ownFolder } from '../sources/harness.js'

it('lists a run in the currency of its files, and counts its changes as its statement does', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-list-'))
  const workbench = openWorkbench({
    data: ownFolder('shopify'),
    workbench: dir,
    preset: 'own_shop',
    changes: { 'finance.carrier_cost_bps': 12_000 },
  })
  await workbench.run({ through: 'dwh' })
  expect(publishedRuns(dir)).toMatchObject([{ name: 'main', currency: 'USD', changed: 1 }])

  const head = await readHead(workbench)
  expect(headSentence(head)).toContain('preset own_shop, 1 assumption changed,')
  expect(head.changed).toEqual([
    { id: 'finance.carrier_cost_bps', value: '12000', basis: 'declared' },
  ])
  expect(head.from_files.map(({ id }) => id)).toContain('place.currency')
  expect(head.of_preset.map(({ id, value }) => `${id} ${value}`)).toEqual(
    expect.arrayContaining([
      'finance.goods_role principal',
      'finance.commission_tiers.low left out',
    ]),
  )
  await workbench.close()
  rmSync(dir, { recursive: true })
})
