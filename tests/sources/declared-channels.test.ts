import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readStatement, statementText } from '../../src/report/index.js'
import { openWorkbench } from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway declared '))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('takes what is declared of a channel that only the file of spend names', async () => {
  const shop = openWorkbench({ data: 'tests/sources/shopify', workbench: dir })
  await shop.run({ through: 'attribution' })
  const perOrder = async (workbench: typeof shop) =>
    workbench.rows(
      `select distinct clicks from attribution.fct_order_attribution where channel = 'google_ads'`,
    )
  expect(await perOrder(shop)).toEqual([{ clicks: 12 }])
  const cheaper = shop.assume({ 'attribution.channels.google_ads.clicks_per_order': 6 })
  const { stages } = await cheaper.run({ through: 'attribution' })
  expect(stages.filter(({ reused }) => !reused).map(({ stage }) => stage)).toEqual(['attribution'])
  expect(await perOrder(cheaper)).toEqual([{ clicks: 6 }])
  const nobody = shop.assume({ 'market.channels.carrier_pigeon.decay': 0.1 })
  await expect(nobody.run({ through: 'market' })).rejects.toThrow('carrier_pigeon: no such member')
  for (const workbench of [shop, cheaper, nobody]) await workbench.close()
})

it('calls a channel as it is declared, letter by letter', async () => {
  const name = 'ACME Paid SEARCH'
  const shop = openWorkbench({
    data: 'tests/sources/shopify',
    workbench: dir,
    changes: { 'market.channels.google_ads.name': name },
  })
  await shop.run()
  expect(shop.notation.nameOf('google_ads')).toBe(name)
  const text = statementText(await readStatement(shop))
  expect(text).toMatch(/^ACME Paid SEARCH +[0-9]/m)
  expect(text).not.toContain('Google ads')
  await shop.close()
}, 120_000)
