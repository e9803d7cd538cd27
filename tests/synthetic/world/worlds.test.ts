import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { generateMarketplace, type WorldName, worldNames } from '../../../src/synthetic/index.js'
import { WORLDS } from '../../../src/synthetic/world/worlds.js'
import { readCsv } from '../read-csv.js'

const ORDERS = 4000
const dir = mkdtempSync(join(tmpdir(), 'causeway-worlds-'))
afterAll(() => rmSync(dir, { recursive: true }))

const dayOf = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000

interface Placed {
  readonly cause: string
  readonly clickDate: string
  readonly purchaseDate: string
}

function readPlaced(folder: string): Placed[] {
  const purchases = new Map(
    readCsv(folder, 'olist_orders_dataset.csv').map((row) => [
      row.order_id!,
      row.order_purchase_timestamp!.slice(0, 10),
    ]),
  )
  const causes = readCsv(folder, 'truth/order_causes.csv')
  expect(new Set(causes.map((row) => row.order_id)).size).toBe(purchases.size)
  return causes.map((row) => ({
    cause: row.cause!,
    clickDate: row.click_date!,
    purchaseDate: purchases.get(row.order_id!)!,
  }))
}

describe.each(worldNames)('world %s', (name: WorldName) => {
  const folder = join(dir, name)
  const world = WORLDS[name]
  let placed: Placed[]
  let spend: Record<string, string>[]

  beforeAll(async () => {
    await generateMarketplace({ dir: folder, orders: ORDERS, seed: 3, world: name })
    placed = readPlaced(folder)
    spend = readCsv(folder, 'marketing_spend.csv')
  })

  it('has as many orders as asked for, each with a cause', () => {
    expect(placed).toHaveLength(ORDERS)
    const causes = new Set(['baseline', ...world.channels.map((law) => law.channel)])
    expect(placed.filter(({ cause }) => !causes.has(cause))).toEqual([])
    for (const { cause, clickDate } of placed) expect(clickDate === '').toBe(cause === 'baseline')
  })

  it('has the shares that it declares', () => {
    const caused = placed.filter(({ cause }) => cause !== 'baseline')
    expect(Math.abs(1 - caused.length / ORDERS - world.baselineShare)).toBeLessThan(0.05)
    const total = world.channels.reduce((sum, law) => sum + law.weight, 0)
    for (const { channel, weight } of world.channels) {
      const share = caused.filter(({ cause }) => cause === channel).length / caused.length
      expect(Math.abs(share - weight / total), channel).toBeLessThan(0.06)
    }
  })

  it('has no effect before its cause, nor after the window', () => {
    const windows = new Map(world.channels.map((law) => [law.channel, law.windowDays]))
    for (const { cause, clickDate, purchaseDate } of placed) {
      if (cause === 'baseline') continue
      const wait = dayOf(purchaseDate) - dayOf(clickDate)
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThan(windows.get(cause)!)
    }
  })

  it('has no more orders of a click day than clicks, and clicks than impressions', () => {
    const clicks = new Map(spend.map((row) => [`${row.channel} ${row.date}`, Number(row.clicks)]))
    const used = new Map<string, number>()
    for (const { cause, clickDate } of placed) {
      const key = `${cause} ${clickDate}`
      if (clickDate !== '') used.set(key, (used.get(key) ?? 0) + 1)
    }
    for (const [key, count] of used) expect(clicks.get(key), key).toBeGreaterThanOrEqual(count)
    const sum = (column: string) => spend.reduce((total, row) => total + Number(row[column]), 0)
    expect(sum('clicks')).toBeLessThan(sum('impressions'))
  })

  it('tells its spend by day and channel, in reais, none of it for organic search', () => {
    const days = dayOf('2018-08-31') - dayOf('2017-07-01') + 1
    expect(spend).toHaveLength(days * world.channels.length)
    for (const row of spend) {
      expect(row.spend).toMatch(/^\d+\.\d\d$/)
      if (row.channel === 'organic_search') expect(row.spend).toBe('0.00')
    }
    expect(spend.reduce((sum, row) => sum + Number(row.spend), 0)).toBeGreaterThan(0)
  })
})

describe('worlds', () => {
  const count = (name: WorldName, cause: string) =>
    readPlaced(join(dir, name)).filter((order) => order.cause === cause).length
  const clicks = (name: WorldName) =>
    readCsv(join(dir, name), 'marketing_spend.csv').reduce(
      (sum, row) => sum + Number(row.clicks),
      0,
    )

  it('differ in what their names say', () => {
    expect(count('dominant', 'facebook_ads')).toBeGreaterThan(2 * count('abundant', 'facebook_ads'))
    expect(count('baseline', 'baseline')).toBeGreaterThan(0.8 * ORDERS)
    expect(clicks('abundant')).toBeGreaterThan(4 * clicks('scarce'))
  })

  it('are the same for the same seed', async () => {
    const options = { orders: 1000, seed: 5, world: 'seasonal' } as const
    const { files: one } = await generateMarketplace({ dir: join(dir, 'one'), ...options })
    const { files: two } = await generateMarketplace({ dir: join(dir, 'two'), ...options })
    expect(two).toEqual(one)
    expect(one).toHaveLength(11)
  })

  it('leave nothing behind when the folder is generated anew without one', async () => {
    const folder = join(dir, 'left')
    await generateMarketplace({ dir: folder, orders: 1000, world: 'abundant' })
    expect(JSON.parse(readFileSync(join(folder, 'generated.json'), 'utf8')).world).toBe('abundant')
    await generateMarketplace({ dir: folder, orders: 1000 })
    expect(existsSync(join(folder, 'marketing_spend.csv'))).toBe(false)
    expect(existsSync(join(folder, 'truth/order_causes.csv'))).toBe(false)
  })

  it('are refused when unknown', async () => {
    const world = 'easy' as WorldName
    const call = generateMarketplace({ dir: join(dir, 'unknown'), world })
    await expect(call).rejects.toThrow(/world: got 'easy', allowed abundant/)
    await expect(call).rejects.toThrow(InputError)
  })
})
