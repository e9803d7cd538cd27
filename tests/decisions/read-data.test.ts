import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DecisionData } from '../../src/decisions/data.js'
import { fitOrders } from '../../src/decisions/fit/fit.js'
import { readDecisionData } from '../../src/decisions/read-data.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench } from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-decisions-'))
const through = { through: 'attribution' } as const
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)

afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('data of a run', () => {
  const days = Array.from({ length: 28 }, (_, i) => `2018-06-${String(i + 1).padStart(2, '0')}`)
  let data: DecisionData
  let assumed: DecisionData
  let told: { orders: number; attributed: number; fresh: number }

  beforeAll(async () => {
    const folder = join(dir, 'data')
    await generateMarketplace({ dir: folder, orders: 300, seed: 7 })
    const simulated = openWorkbench({ data: folder, workbench: join(dir, 'assumed') })
    await simulated.run(through)
    assumed = await readDecisionData(simulated)
    await simulated.close()
    const lines = days.flatMap((day) => [
      `${day},Google Ads,50.50,2000,${day === days[0] ? '' : 80}`,
      `${day},meta,30,,`,
    ])
    writeFileSync(
      join(folder, 'marketing_spend.csv'),
      `date,channel,spend,impressions,clicks\n${lines.join('\n')}\n`,
    )
    const observed = openWorkbench({ data: folder, workbench: join(dir, 'observed') })
    await observed.run(through)
    data = await readDecisionData(observed)
    const [row] = await observed.rows<typeof told>(
      `select count(*) as orders, count(*) filter (where channel = 'google_ads') as attributed,
         count(*) filter (where is_new_customer) as fresh
       from attribution.fct_order_attribution
       where purchase_date between '2018-06-01' and '2018-06-28'`,
    )
    told = row!
    await observed.close()
  })

  it('a file of spend: its channels, its cents, its clicks; orders and attribution of its days', () => {
    expect(data.spendSource).toBe('observed')
    expect(data.channels.map(({ id }) => id)).toEqual(['google_ads', 'meta'])
    const [google, meta] = data.channels
    expect(sum(google!.spend)).toBe(28 * 5_050)
    expect(sum(google!.spendBefore) + sum(meta!.spendBefore)).toBe(0)
    expect(sum(google!.impressions!)).toBe(28 * 2000)
    expect(google!.clicks).toEqual(Float64Array.from(days, (day) => (day === days[0] ? 0 : 80)))
    expect([meta!.clicks, meta!.impressions, meta!.capacity]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(sum(meta!.spend)).toBe(28 * 3_000)
    const { orders, newCustomers } = data
    expect([sum(orders), sum(newCustomers!)]).toEqual([told.orders, told.fresh])
    expect(sum(google!.attributedOrders!)).toBe(told.attributed)
    expect(data.orders).toHaveLength(28)
    for (const column of data.calendar) expect(column.values).toHaveLength(data.orders.length)
  })

  it('an assumed plan: nothing of it may teach, and a fit says so', () => {
    expect(assumed.spendSource).toBe('assumed')
    expect(assumed.channels.length).toBeGreaterThan(2)
    expect(assumed.channels.every(({ clicks }) => clicks === undefined)).toBe(true)
    expect(assumed.channels.every(({ capacity }) => capacity !== undefined)).toBe(true)
    expect(assumed.calendar.map(({ name }) => name)).toContain('black_friday')
    expect(() => fitOrders(assumed)).toThrow(/spend of this run is assumed/)
    const { trust, channels } = fitOrders(assumed, { acceptAssumed: true })
    expect(trust.status).toBe('assumed')
    expect(channels.every(({ incremental }) => incremental.low >= 0)).toBe(true)
  })
})
