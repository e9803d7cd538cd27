import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runDwh } from '../dwh/harness.js'
import { newFolder } from '../raw/harness.js'
import { ownFolder } from './harness.js'

/** The Shopify folder with one of its files replaced. */
function folder(file?: string, content?: string | Buffer): string {
  const dir = newFolder()
  cpSync(ownFolder('shopify'), dir, { recursive: true })
  if (file !== undefined) writeFileSync(join(dir, file), content!)
  return dir
}

async function spendByChannel(dir: string, changes: Record<string, unknown> = {}) {
  const db = await runDwh(dir, { changes })
  const rows = await db.all<{ channel: string; cents: number; clicks: number }>(
    `select channel, cast(sum(spend_cents) as bigint) as cents,
       cast(sum(clicks) as bigint) as clicks
     from fct_marketing_spend group by channel order by channel`,
  )
  await db.close()
  return Object.fromEntries(rows.map(({ channel, ...sums }) => [channel, sums]))
}

describe('campaigns', () => {
  it('belong to their platform, or to the channel of the first rule that fits', async () => {
    const plain = await spendByChannel(folder())
    expect(Object.keys(plain)).toEqual(['google_ads', 'meta_ads'])
    const ruled = await spendByChannel(folder(), {
      'dwh.campaign_rules': {
        brand: { platform: 'google_ads', contains: 'BRAND', channel: 'google_brand' },
        all: { platform: 'google_ads', contains: 'search', channel: 'google_generic' },
      },
    })
    expect(Object.keys(ruled)).toEqual(['google_brand', 'google_generic', 'meta_ads'])
    expect(ruled.google_brand!.cents + ruled.google_generic!.cents).toBe(plain.google_ads!.cents)
    expect(ruled.google_brand!.cents).toBeGreaterThan(0)
  })
})

describe('what a platform counts', () => {
  it('is 0 where its report leaves it blank, and unknown where it has no such column', async () => {
    const meta = (columns: string, ...lines: string[]) =>
      folder(
        'Meta-campaigns.csv',
        [
          `Reporting starts,Reporting ends,Campaign name,Amount spent (USD)${columns}`,
          ...lines,
          '',
        ].join('\n'),
      )
    const day = '2024-05-01,2024-05-01,Spring,5.00'
    const next = '2024-05-02,2024-05-02,Spring,6.00'
    const counted = await spendByChannel(
      meta(',Impressions,Link clicks', `${day},90,7`, `${next},40,`),
    )
    expect(counted.meta_ads).toEqual({ cents: 1_100, clicks: 7 })
    const db = await runDwh(meta(',Impressions,Link clicks', `${day},90,7`, `${next},40,`))
    const days = await db.all(
      `select impressions, clicks from fct_marketing_spend where channel = 'meta_ads' order by date`,
    )
    expect(days).toEqual([
      { impressions: 90, clicks: 7 },
      { impressions: 40, clicks: 0 },
    ])
    await db.close()
    const uncounted = await spendByChannel(meta(',Results', `${day},1`, `${next},`))
    expect(uncounted.meta_ads).toEqual({ cents: 1_100, clicks: null })
  })
})

describe('a report of Google Ads', () => {
  it('has totals that are no days, where the day stands or in the first column', async () => {
    const report = (...lines: string[]) =>
      folder(
        'Campaign report.csv',
        ['Campaign report', 'May', 'Campaign,Day,Cost,Impr.,Clicks', ...lines, ''].join('\n'),
      )
    const days = ['Total sale,2024-05-01,"1,200.00",10,1', 'Total sale,2024-05-02,3.00,--,--']
    const whole = await spendByChannel(
      report(...days, 'Total: Account, --,"1,203.00",10,1', 'Total: Campaigns,,"1,203.00",10,1'),
    )
    expect(whole.google_ads!.cents).toBe(120_300)
    expect(await spendByChannel(report(...days, 'x,Total: Account,"1,203.00",10,1'))).toEqual(whole)
    await expect(runDwh(report(...days, 'Brand,,7.00,10,1'))).rejects.toThrow(
      /Day has a value.*1 violation, e\.g\. 7\.00/,
    )
  })

  it('is the same in UTF-16 with tabs, as for a spreadsheet', async () => {
    const text = readFileSync(join(ownFolder('shopify'), 'Campaign report.csv'), 'utf8')
    const tabs = text
      .split('\n')
      .map((line) => line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)?.join('\t') ?? '')
      .join('\n')
    const utf16 = Buffer.from(`\ufeff${tabs}`, 'utf16le')
    expect(await spendByChannel(folder('Campaign report.csv', utf16))).toEqual(
      await spendByChannel(folder()),
    )
  })

  it('reads a currency’s sign and commas between thousands', async () => {
    const report =
      'Campaign report\n"May 1, 2024"\nDay,Campaign,Cost,Impr.,Clicks\n2024-05-01,X,"$1,234.50","2,000",--\n'
    const spend = await spendByChannel(folder('Campaign report.csv', report))
    expect(spend.google_ads).toEqual({ cents: 123_450, clicks: null })
  })
})

describe('an export of Meta Ads', () => {
  it('is refused when its rows span several days, or it has no spend', async () => {
    const header = 'Reporting starts,Reporting ends,Campaign name'
    const weekly = `${header},Amount spent (USD)\n2024-05-01,2024-05-07,X,70.00\n`
    await expect(runDwh(folder('Meta-campaigns.csv', weekly))).rejects.toThrow(
      'break the export down by day',
    )
    await expect(
      runDwh(folder('Meta-campaigns.csv', `${header}\n2024-05-01,2024-05-01,X\n`)),
    ).rejects.toThrow('missing column Amount spent (USD)')
  })
})
