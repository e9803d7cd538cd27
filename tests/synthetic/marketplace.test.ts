import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateMarketplace, type WrittenFile } from '../../src/synthetic/index.js'
import { MARKETPLACE_FILES } from '../../src/synthetic/output/contract.js'
import { readCsv } from './read-csv.js'

type Rows = Record<string, string>[]
type Tables = Record<keyof typeof MARKETPLACE_FILES, Rows>

const ORDERS = 8000
const dir = mkdtempSync(join(tmpdir(), 'causeway-marketplace-'))
const tables = {} as Tables
let files: readonly WrittenFile[]

beforeAll(async () => {
  files = (await generateMarketplace({ dir, orders: ORDERS, seed: 7 })).files
  for (const key of Object.keys(MARKETPLACE_FILES) as (keyof Tables)[]) {
    tables[key] = readCsv(dir, MARKETPLACE_FILES[key].name)
  }
})
afterAll(() => rmSync(dir, { recursive: true }))

const values = (rows: Rows, column: string) => rows.map((row) => row[column]!)
const distinct = (rows: Rows, column: string) => new Set(values(rows, column))
const share = (rows: Rows, test: (row: Record<string, string>) => boolean) =>
  rows.filter(test).length / rows.length
const cents = (text: string) => Math.round(Number(text) * 100)
const firstLine = (name: string) => readFileSync(join(dir, name), 'utf8').split('\n')[0]

function centsByOrder(rows: Rows, ...columns: string[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const value = columns.reduce((sum, column) => sum + cents(row[column]!), 0)
    sums.set(row.order_id!, (sums.get(row.order_id!) ?? 0) + value)
  }
  return sums
}

describe('files', () => {
  it('carry the headers of the contract, quoted, but for the translation with its mark', () => {
    for (const { name, header } of Object.values(MARKETPLACE_FILES)) {
      const plain = name === MARKETPLACE_FILES.translation.name
      const expected = header.map((column) => (plain ? column : `"${column}"`)).join(',')
      expect(firstLine(name)).toBe(plain ? `\uFEFF${expected}` : expected)
    }
  })

  it('hold as many rows as reported', () => {
    for (const { name, rows } of files) expect(readCsv(dir, name), name).toHaveLength(rows)
    expect(tables.orders).toHaveLength(ORDERS)
    expect(tables.customers).toHaveLength(ORDERS)
  })

  it('are the same for the same seed and other for another', async () => {
    const again = join(dir, 'again')
    const { files: same } = await generateMarketplace({ dir: again, orders: ORDERS, seed: 7 })
    expect(same).toEqual(files)
    const { files: other } = await generateMarketplace({ dir: again, orders: ORDERS, seed: 8 })
    expect(other.filter((file, i) => file.sha256 === files[i]!.sha256)).toHaveLength(1)
  })

  it('quote ids and prefixes that start with a digit, and keep leading zeros', () => {
    const text = readFileSync(join(dir, MARKETPLACE_FILES.customers.name), 'utf8')
    expect(text).toMatch(/,"0\d{4}",/)
    expect(text).not.toMatch(/,\d{5},/)
    for (const prefix of values(tables.geolocation, 'geolocation_zip_code_prefix')) {
      expect(prefix).toMatch(/^\d{5}$/)
    }
  })

  it('hold comments with line breaks, quotes and commas', () => {
    const comments = values(tables.reviews, 'review_comment_message')
    for (const mark of ['\r\n', '\n\n', '"', ',']) {
      expect(comments.some((comment) => comment.includes(mark))).toBe(true)
    }
  })
})

describe('keys', () => {
  it('are unique, 32 hex digits', () => {
    const keys = [
      [tables.orders, 'order_id'],
      [tables.customers, 'customer_id'],
      [tables.products, 'product_id'],
      [tables.sellers, 'seller_id'],
    ] as const
    for (const [rows, column] of keys) {
      expect(distinct(rows, column).size).toBe(rows.length)
      for (const id of values(rows, column)) expect(id).toMatch(/^[0-9a-f]{32}$/)
    }
  })

  it('refer to rows that exist', () => {
    const references = [
      [tables.orders, tables.customers, 'customer_id'],
      [tables.items, tables.orders, 'order_id'],
      [tables.items, tables.products, 'product_id'],
      [tables.items, tables.sellers, 'seller_id'],
      [tables.payments, tables.orders, 'order_id'],
      [tables.reviews, tables.orders, 'order_id'],
    ] as const
    for (const [from, to, column] of references) {
      const known = distinct(to, column)
      expect(values(from, column).filter((id) => !known.has(id))).toEqual([])
    }
  })

  it('of items count from 1 without gaps', () => {
    const last = new Map<string, number>()
    for (const row of tables.items) {
      const expected = (last.get(row.order_id!) ?? 0) + 1
      expect(Number(row.order_item_id)).toBe(expected)
      last.set(row.order_id!, expected)
    }
  })
})

describe('money', () => {
  it('of payments sums to items and freight, with rare differences', () => {
    const due = centsByOrder(tables.items, 'price', 'freight_value')
    const paid = centsByOrder(tables.payments, 'payment_value')
    const off = [...due].filter(([id, value]) => paid.has(id) && paid.get(id) !== value)
    expect(off.length).toBeGreaterThan(0)
    expect(off.length / due.size).toBeLessThan(0.012)
    expect(ORDERS - paid.size).toBeLessThan(10)
  })

  it('has believable prices and freights', () => {
    const mean = (column: string) =>
      values(tables.items, column).reduce((sum, value) => sum + Number(value), 0) /
      tables.items.length
    expect(mean('price')).toBeGreaterThan(95)
    expect(mean('price')).toBeLessThan(145)
    expect(mean('freight_value')).toBeGreaterThan(16)
    expect(mean('freight_value')).toBeLessThan(24)
    for (const value of values(tables.items, 'price')) expect(value).toMatch(/^\d+\.\d\d$/)
  })
})

describe('shares', () => {
  const delivered = () => tables.orders.filter((row) => row.order_status === 'delivered')

  it.each([
    ['delivered', 0.962, 0.978],
    ['shipped', 0.007, 0.016],
    ['canceled', 0.003, 0.01],
    ['unavailable', 0.003, 0.01],
    ['invoiced', 0.001, 0.006],
    ['processing', 0.001, 0.006],
  ])('of status %s stay in range', (status, low, high) => {
    const found = share(tables.orders, (row) => row.order_status === status)
    expect(found).toBeGreaterThan(low)
    expect(found).toBeLessThan(high)
  })

  it('of late deliveries, repeat customers, orders without items and blank categories', () => {
    const late = share(
      delivered(),
      (row) => row.order_delivered_customer_date! > row.order_estimated_delivery_date!,
    )
    const repeats = 1 - distinct(tables.customers, 'customer_unique_id').size / ORDERS
    const empty = 1 - distinct(tables.items, 'order_id').size / ORDERS
    const blank = share(tables.products, (row) => row.product_category_name === '')
    expect([late > 0.05, late < 0.1]).toEqual([true, true])
    expect([repeats > 0.025, repeats < 0.045]).toEqual([true, true])
    expect([empty > 0.004, empty < 0.013]).toEqual([true, true])
    expect([blank > 0.01, blank < 0.03]).toEqual([true, true])
  })

  it('of sellers have a long tail', () => {
    const sales = new Map<string, number>()
    for (const { seller_id: id } of tables.items) sales.set(id!, (sales.get(id!) ?? 0) + 1)
    const sorted = [...sales.values()].sort((a, b) => b - a)
    const top = sorted.slice(0, Math.ceil(tables.sellers.length / 10))
    const found = top.reduce((sum, n) => sum + n, 0) / tables.items.length
    expect(found).toBeGreaterThan(0.5)
    expect(found).toBeLessThan(0.85)
  })

  it('of payment types cover cards, boleto, vouchers and debit; some orders pay in parts', () => {
    const type = (name: string) => share(tables.payments, (row) => row.payment_type === name)
    expect(type('credit_card')).toBeGreaterThan(0.68)
    expect(type('boleto')).toBeGreaterThan(0.15)
    expect(type('voucher')).toBeGreaterThan(0.02)
    expect(type('debit_card')).toBeGreaterThan(0.005)
    expect(share(tables.payments, (row) => row.payment_sequential !== '1')).toBeGreaterThan(0.01)
    expect(Math.max(...values(tables.payments, 'payment_installments').map(Number))).toBe(12)
  })
})

describe('reality', () => {
  it('has categories that the translation lacks', () => {
    const translated = distinct(tables.translation, 'product_category_name')
    const missing = [...distinct(tables.products, 'product_category_name')].filter(
      (name) => name !== '' && !translated.has(name),
    )
    expect(missing.length).toBeGreaterThan(0)
    expect(missing.length).toBeLessThanOrEqual(2)
  })

  it('has several points for a prefix, and prefixes without one', () => {
    const located = distinct(tables.geolocation, 'geolocation_zip_code_prefix')
    const homes = distinct(tables.customers, 'customer_zip_code_prefix')
    expect(tables.geolocation.length / located.size).toBeGreaterThan(2)
    const lost = [...homes].filter((prefix) => !located.has(prefix)).length
    expect(lost).toBeGreaterThan(0)
    expect(lost / homes.size).toBeLessThan(0.03)
  })

  it('has its defects: dates that miss or run backwards, review ids used twice', () => {
    const count = (test: (row: Record<string, string>) => boolean) =>
      tables.orders.filter(test).length
    const at = (row: Record<string, string>, name: string) => row[`order_${name}`]!
    const gone = (row: Record<string, string>) =>
      at(row, 'status') === 'delivered' && at(row, 'delivered_customer_date') === ''
    const early = (row: Record<string, string>) =>
      at(row, 'delivered_carrier_date') !== '' &&
      at(row, 'delivered_carrier_date') < at(row, 'approved_at')
    expect(count(gone)).toBeGreaterThan(0)
    expect(count(gone)).toBeLessThan(ORDERS / 500)
    expect(count(early)).toBeGreaterThan(ORDERS / 200)
    expect(distinct(tables.reviews, 'review_id').size).toBeLessThan(tables.reviews.length)
  })

  it('grows, and peaks on Black Friday', () => {
    const perDay = new Map<string, number>()
    for (const at of values(tables.orders, 'order_purchase_timestamp')) {
      perDay.set(at.slice(0, 10), (perDay.get(at.slice(0, 10)) ?? 0) + 1)
    }
    const busiest = [...perDay].sort((a, b) => b[1] - a[1])[0]!
    expect(busiest[0]).toBe('2017-11-24')
    const month = (name: string) =>
      [...perDay].filter(([day]) => day.startsWith(name)).reduce((sum, [, n]) => sum + n, 0)
    expect(month('2018-08') / month('2017-07')).toBeGreaterThan(2)
  })
})
