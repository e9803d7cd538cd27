import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runDwh } from '../dwh/harness.js'
import { newFolder } from '../raw/harness.js'
import { ownFolder } from './harness.js'

const REPORT = 'Campaign report.csv'
const [title, period, header, ...lines] = readFileSync(join(ownFolder('shopify'), REPORT), 'utf8')
  .trimEnd()
  .split('\n')
const march = lines.filter((line) => line.startsWith('2024-03'))
const rest = lines.filter((line) => !line.startsWith('2024-03'))

/** The folder of the Shopify shop with these reports of Google Ads instead of one. */
function folder(reports: Readonly<Record<string, readonly string[]>>): string {
  const dir = newFolder()
  cpSync(join(ownFolder('shopify'), 'orders_export_1.csv'), join(dir, 'orders_export_1.csv'))
  for (const [name, part] of Object.entries(reports)) {
    writeFileSync(join(dir, name), `${[title, period, header, ...part].join('\n')}\n`)
  }
  return dir
}

describe('reports of an ad platform, one a month', () => {
  it('are one spend', async () => {
    const spend = async (reports: Readonly<Record<string, readonly string[]>>) => {
      const db = await runDwh(folder(reports))
      const rows = await db.all('select * from fct_marketing_spend order by channel, date')
      await db.close()
      return rows
    }
    const whole = await spend({ [REPORT]: lines })
    expect(whole.length).toBeGreaterThan(80)
    expect(await spend({ 'google_2024-03.csv': march, 'google_2024-04.csv': rest })).toEqual(whole)
  })

  it('are refused where a day stands in two of them, and the message names the file', async () => {
    const twice = folder({
      'google_2024-03.csv': march,
      'google_2024-04.csv': [march[0]!, ...rest],
    })
    await expect(runDwh(twice)).rejects.toThrow(
      /google_2024-04\.csv \(raw\.google_ads_2\): no day stands in two reports of a platform.*2024-03-01/,
    )
  })
})
