import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profitWaterfall, readStatement, statementText } from '../../src/report/index.js'
import { openWorkbench, type Workbench } from '../../src/workbench/index.js'
import { newFolder } from '../raw/harness.js'
import { ownFolder } from './harness.js'

// P-104 is told twice and the same, P-105 twice and otherwise; P-106 is not told.
const PRODUCTS = `Handle,Title,Variant SKU,Cost per item
mug,Stoneware mug,P-100,4.10
towel,Linen towel,P-101,5.20
board,Oak board,P-102,9.99
lamp,Brass lamp,P-103,20
throw,Wool throw,P-104,30.05
throw,,P-104,30.05
pot,Clay pot,P-105,8
pot,,P-105,9
jar,Glass jar,P-106,
`
let workbench: Workbench

beforeAll(async () => {
  const data = newFolder()
  cpSync(ownFolder('shopify'), data, { recursive: true })
  writeFileSync(join(data, 'products_export_1.csv'), PRODUCTS)
  workbench = openWorkbench({ data, workbench: newFolder(), preset: 'own_shop' })
  await workbench.run()
}, 300_000)
afterAll(() => workbench.close())

describe('the cost of goods of a Shopify shop', () => {
  it('is that of the export of its products, piece by piece', async () => {
    const rows = await workbench.rows<{ sku: string; cents: number | null; wrong: number }>(
      `select product_id as sku, min(cost_cents // pieces) as cents,
         count(*) filter (cost_cents is distinct from pieces * one_cents) as wrong
       from (
         select i.*, cast(l."Lineitem quantity" as integer) as pieces,
           case i.product_id when 'P-100' then 410 when 'P-101' then 520 when 'P-102' then 999
             when 'P-103' then 2000 when 'P-104' then 3005 end as one_cents
         from dwh.fct_order_items as i
         inner join raw.shopify_orders as l on l."Name" = i.order_id and l."Lineitem sku" = i.product_id
         where (i.order_id, i.product_id) not in (
           select ("Name", "Lineitem sku") from raw.shopify_orders group by all having count(*) > 1)
       ) as sold group by product_id order by product_id`,
    )
    expect(rows.map(({ sku, cents }) => `${sku} ${cents}`)).toEqual([
      ...['P-100 410', 'P-101 520', 'P-102 999', 'P-103 2000', 'P-104 3005'],
      ...['P-105 null', 'P-106 null'],
    ])
    expect(rows.every(({ wrong }) => wrong === 0)).toBe(true)
  })

  it('is declared as long as some item is not told, and says how many', async () => {
    const notes = await workbench.rows<{ statement: string }>(
      `select statement from dwh.source_notes where note_id = 'no_order_items_cost_cents'`,
    )
    expect(notes[0]!.statement).toMatch(/^Cost of goods for \d+ of \d+ items only: of the others/)
    const [line] = await workbench.rows<{ basis: string; cents: number }>(
      `select basis, amount_cents as cents from judgment.basis where figure = 'line.cost_of_goods'`,
    )
    expect(line).toMatchObject({ basis: 'declared' })
    expect(line!.cents).toBeLessThan(0)
    const broken = await workbench.rows(
      'select law_id from judgment.laws where severity = $1 and violations > 0',
      'critical',
    )
    expect(broken).toEqual([])
  })

  it('leaves nothing held for sellers: what buyers paid ahead is theirs', async () => {
    const text = statementText(await readStatement(workbench))
    const steps = (await profitWaterfall(workbench)).map(({ step }) => step)
    expect(steps.slice(0, 3)).toEqual(['GMV', 'Never delivered', 'Earned on goods'])
    expect(text).toContain(' prepaid by buyers')
    expect(text).not.toMatch(/(held for|owed to) sellers|No seller|marketplace/i)
  })
})
