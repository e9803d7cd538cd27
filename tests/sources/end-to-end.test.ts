import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownFolder, runFolder } from './harness.js'

/** The fields of every line after the header, by its names; no field here holds a line break. */
function read(folder: string, file: string, options: { skip?: number; delimiter?: string } = {}) {
  const { skip = 0, delimiter = ',' } = options
  const text = readFileSync(join(ownFolder(folder), file), delimiter === ';' ? 'latin1' : 'utf8')
  const lines = text
    .trimEnd()
    .split('\n')
    .slice(skip)
    .map((line) => fields(line, delimiter))
  const [header, ...rows] = lines
  return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i] ?? ''])))
}

function fields(line: string, delimiter: string): string[] {
  const field = new RegExp(`("(?:[^"]|"")*"|[^"${delimiter}]*)${delimiter}`, 'g')
  return [...`${line}${delimiter}`.matchAll(field)].map(([, text]) =>
    text!.replace(/^"|"$/g, '').replaceAll('""', '"'),
  )
}

const cents = (text: string) => Math.round(Number(text.replaceAll(',', '')) * 100)
const euroCents = (text: string) => cents(text.replaceAll('.', '').replace(',', '.'))
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const noteIds = (answer: { notes: { note_id: string }[] }) => answer.notes.map((n) => n.note_id)
/** Words of the bundled sample; `olist` is also the name of a source, which the head tells. */
const brazilian = /R\$|BRL|Brazil|(?<!read as |Source: )Olist|facebook|influencer|Namorados/i

describe('the folders', () => {
  it('are what the script makes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'causeway-folders-'))
    execFileSync(process.execPath, [ownFolder('make-folders.mjs'), dir])
    for (const folder of ['shopify', 'flat', 'marketplace']) {
      for (const file of readdirSync(join(dir, folder))) {
        const made = readFileSync(join(dir, folder, file))
        expect(made.equals(readFileSync(join(ownFolder(folder), file))), file).toBe(true)
      }
    }
  })
})

describe('the export of a Shopify shop beside the reports of two ad platforms', () => {
  it('runs to the verdict without a word about it', async () => {
    const { code, answer, sql, statement } = await runFolder(ownFolder('shopify'))
    expect(code).toBe(0)
    expect(answer.judgment.critical).toBe(0)
    const google = read('shopify', 'Campaign report.csv', { skip: 2 })
    const days = google.filter(({ Day }) => !Day!.startsWith('Total'))
    const meta = read('shopify', 'Meta-campaigns.csv')
    const spent = [
      ...days.map(({ Cost }) => cents(Cost!)),
      ...meta.map((row) => cents(row['Amount spent (USD)']!)),
    ]
    expect(answer.verdict.spend_cents).toBe(sum(spent))
    expect(noteIds(answer)).toContain('no_orders_delivered_at')
    expect(noteIds(answer)).toContain('gaps_meta_ads')
    const lines = read('shopify', 'orders_export_1.csv')
    const wholes = lines.filter((row) => row['Financial Status'] !== '')
    const [orders] = await sql<Record<string, number>>(
      `select count(*) as orders, cast(sum(price_cents) as bigint) as goods,
         cast(sum(freight_cents) as bigint) as freight,
         count(*) filter (where order_status = 'canceled') as canceled from dwh.fct_orders`,
    )
    expect(orders).toEqual({
      orders: wholes.length,
      goods: sum(
        wholes.map((row) => Math.max(0, cents(row.Subtotal!) - cents(row['Refunded Amount']!))),
      ),
      freight: sum(wholes.map((row) => cents(row.Shipping!))),
      canceled: wholes.filter((row) => row['Cancelled at'] !== '').length,
    })
    const [items] = await sql<Record<string, number>>(
      'select count(*) as items, count(distinct seller_id) as sellers from dwh.fct_order_items',
    )
    expect(items).toEqual({ items: lines.length, sellers: 3 })
    const text = await statement()
    expect(text).toContain('$')
    expect(text).not.toMatch(brazilian)
    expect(text).not.toContain('No leads')
  })
})

describe('a flat export with semicolons, decimal commas and words of its own', () => {
  it('runs by its map', async () => {
    const { code, answer, sql, statement } = await runFolder(ownFolder('flat'))
    expect(code).toBe(0)
    expect(answer.judgment.critical).toBe(0)
    const semicolons = { delimiter: ';' }
    const spend = read('flat', 'werbung.csv', semicolons)
    expect(answer.verdict.spend_cents).toBe(sum(spend.map(({ Kosten }) => euroCents(Kosten!))))
    const lines = read('flat', 'bestellungen.csv', semicolons)
    const orders = new Set(lines.map(({ Bestellnr }) => Bestellnr))
    const [found] = await sql<Record<string, number>>(
      `select count(*) as orders, cast(sum(price_cents) as bigint) as goods,
         cast(sum(freight_cents) as bigint) as freight from dwh.fct_orders`,
    )
    expect(found).toEqual({
      orders: orders.size,
      goods: sum(lines.map((row) => euroCents(row.Einzelpreis!) * Number(row.Menge))),
      freight: orders.size * 490,
    })
    const [product] = await sql<{ category: string }>(
      `select category from dwh.dim_product where category like 'Gew%'`,
    )
    expect(product).toEqual({ category: 'Gewürzmühle' })
    const text = await statement()
    expect(text).toContain('€')
    expect(text).not.toMatch(brazilian)
  })
})

describe('a marketplace without sellers, products, reviews and geolocation', () => {
  it('runs, with channels of its own names, and says what is missing', async () => {
    const { code, answer, statement } = await runFolder(ownFolder('marketplace'))
    expect(code).toBe(0)
    expect(answer.judgment.critical).toBe(0)
    const spend = read('marketplace', 'marketing_spend.csv')
    expect(answer.verdict.spend_cents).toBe(sum(spend.map((row) => cents(row.spend!))))
    for (const id of ['no_sellers', 'no_products', 'no_reviews', 'no_geography']) {
      expect(noteIds(answer)).toContain(id)
    }
    const text = await statement()
    expect(text).toContain('Google ads')
    expect(text).toContain('in EUR')
    expect(text).not.toMatch(brazilian)
  })
})
