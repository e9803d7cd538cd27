import { afterAll, beforeAll, expect, it } from 'vitest'
import { retailDays } from '../../src/report/retail-days.js'
import { openWorkbench, type Workbench } from '../../src/workbench/index.js'
import { newFolder } from '../raw/harness.js'
import { ownFolder } from '../sources/harness.js'

let shop: Workbench
beforeAll(async () => {
  shop = openWorkbench({ data: ownFolder('shopify'), workbench: newFolder() })
  await shop.run({ through: 'dwh' })
}, 120_000)
afterAll(() => shop.close())

it('are those within the days of the orders, and no others', async () => {
  const days = await retailDays(shop)
  expect(
    days.map(({ label, date }) => `${label} ${new Date(date).toISOString().slice(0, 10)}`),
  ).toEqual(["Mother's Day 2024-05-12"])
  expect(await retailDays(shop, ['black_friday'])).toEqual([])
})
