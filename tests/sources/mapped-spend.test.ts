import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder } from '../raw/harness.js'
import { causeway, ownFolder, runFolder } from './harness.js'

const MAP = `
spend:
  - file: google.csv
    delimiter: ';'
    decimal: ','
    grouping: '.'
    date_format: D.M.YYYY
    totals: gesamt
    columns: { date: Tag, channel: { constant: google_ads }, campaign: Kampagne, spend: Kosten, clicks: Klicks }
  - file: tiktok.csv
    date_format: M/D/YYYY
    columns: { date: Date, channel: Channel, spend: Cost, clicks: Clicks }
`
/** A title, a total in place of a day and one beside none; days with and without their zeros. */
const GOOGLE = `Kampagnenbericht
1. April 2024 - 30. Juni 2024
Tag;Kampagne;Kosten;Klicks
1.4.2024;Gesamtsortiment;12,50;34
02.04.2024;Marke;1.013,20;31
11.4.2024;Marke;7,00;3
Gesamt: Konto;;1.032,70;68
--;Gesamt: Suche;1.032,70;68
`
const TIKTOK = 'Date,Channel,Cost,Clicks\n4/1/2024,tiktok,20.00,12\n12/11/2023,tiktok,30.00,0\n'

/** The Shopify shop of this folder, its reports of platforms written otherwise. */
function shop(files: Readonly<Record<string, string>> = {}): string {
  const dir = newFolder()
  const written = { 'columns.yaml': MAP, 'google.csv': GOOGLE, 'tiktok.csv': TIKTOK, ...files }
  for (const [name, text] of Object.entries(written)) writeFileSync(join(dir, name), text)
  for (const name of ['orders_export_1.csv', 'Meta-campaigns.csv']) {
    cpSync(join(ownFolder('shopify'), name), join(dir, name))
  }
  return dir
}

const SPENT = `select channel, date::varchar as date, spend_cents, clicks from dwh.fct_marketing_spend
  where channel <> 'meta_ads' order by channel, date`

describe('a map of spend alone', () => {
  it('is read beside the orders of a shop that needs none, and beside reports that are known', async () => {
    const { answer, sql } = await runFolder(shop())
    expect(await sql(SPENT)).toEqual([
      { channel: 'google_ads', date: '2024-04-01', spend_cents: 1250, clicks: 34 },
      { channel: 'google_ads', date: '2024-04-02', spend_cents: 101320, clicks: 31 },
      { channel: 'google_ads', date: '2024-04-11', spend_cents: 700, clicks: 3 },
      { channel: 'tiktok', date: '2023-12-11', spend_cents: 3000, clicks: 0 },
      { channel: 'tiktok', date: '2024-04-01', spend_cents: 2000, clicks: 12 },
    ])
    expect(await sql('select name, mapping from raw.source')).toEqual([
      { name: 'shopify', mapping: MAP },
    ])
    expect(answer.judgment).toEqual({
      critical: 0,
      warnings: 0,
      consistent: true,
      evidence: 'observed',
    })
  }, 120_000)

  it.each([
    [
      'a day in another form',
      { 'tiktok.csv': TIKTOK.replace('4/1/2024', '2024-04-01') },
      /Date.*M\/D\/YYYY/s,
    ],
    ['a line without a day', { 'tiktok.csv': `${TIKTOK},tiktok,5.00,1\n` }, /Date has a value/],
    [
      'a total that the map does not tell',
      { 'columns.yaml': MAP.replace('    totals: gesamt\n', '') },
      /Tag.*Gesamt: Konto/s,
    ],
    [
      'a file that is not there',
      { 'columns.yaml': MAP.replace('tiktok.csv', 'tik.csv') },
      /missing tik\.csv/,
    ],
    [
      'a map of orders beside --source',
      {
        'columns.yaml': `orders:\n  file: o.csv\n  columns: { order_id: a, purchased_at: b, price: c }\n`,
      },
      /maps the orders/,
    ],
    [
      'a currency that the orders tell',
      { 'columns.yaml': `currency: EUR\n${MAP}` },
      /currency: stands beside orders/,
    ],
  ])('refuses %s', async (_, files, words) => {
    const { code, stderr } = await causeway([
      'run',
      '--data',
      shop(files),
      '--source',
      'shopify',
      '--through',
      'dwh',
      '--workbench',
      newFolder(),
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(words)
  })
})
