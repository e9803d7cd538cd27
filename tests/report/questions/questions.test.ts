import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssumptionChanges } from '../../../src/assumptions/index.js'
import { presetChanges } from '../../../src/assumptions/presets.js'
import * as questions from '../../../src/report/questions/index.js'
import { openWorkbench } from '../../../src/workbench/index.js'
import { putWholeRun } from '../../made/whole-run.js'
import { ownFolder } from '../../sources/harness.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-questions-'))
const workbench = openWorkbench({ data: ownFolder('shopify'), workbench: dir })
beforeAll(() => putWholeRun('shopify', dir), 120_000)
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true })
})

const total = (rows: readonly object[], column: string) =>
  rows.reduce((sum, row) => sum + Number((row as Record<string, unknown>)[column]), 0)
const one = async (sql: string) => Number(Object.values((await workbench.rows(sql))[0]!)[0])

describe('questions of the files', () => {
  it('hold every table of whatever source against its file', async () => {
    const proofs = await questions.preservationProofs(workbench)
    expect(proofs.map(({ table_name }) => table_name)).toEqual([
      'google_ads',
      'meta_ads',
      'shopify_orders',
    ])
    expect(await questions.filesAnswer(workbench)).toMatch(
      /^Yes: 3 files brought 823 rows, 0 lines/,
    )
  })

  it('say how each file was read, as its bytes are', async () => {
    const read = await questions.readingOfFiles(workbench)
    expect(read.map((row) => Object.values(row).join(' '))).toEqual([
      'Campaign report.csv google_ads comma utf-8 2 shopify',
      'Meta-campaigns.csv meta_ads comma utf-8 0 shopify',
      'orders_export_1.csv shopify_orders comma utf-8 0 shopify',
    ])
  })

  it('tell tables apart that share a column', async () => {
    const names = (await questions.columnsOfFiles(workbench)).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('shopify_orders: Name')
  })
})

describe('questions of the warehouse', () => {
  it('count the tables that the source fills, and no other', async () => {
    const star = await questions.starTables(workbench)
    expect(star.find(({ table }) => table === 'fct_orders')!.rows).toBe(311)
    expect(star.map(({ table }) => table)).not.toContain('fct_lift_tests')
    expect(await questions.ordersYearOnYear(workbench)).toEqual([])
  })

  it('tell what the files do not, and nothing of spend, which is no matter of theirs', async () => {
    const notes = await questions.untold(workbench)
    expect(notes.map(({ severity, note_id }) => `${severity} ${note_id}`)).toEqual([
      'warning no_orders_delivered_at',
      'warning sellers_assumed',
      'info no_geography',
      'info no_order_items_cost_cents',
      'info no_reviews',
    ])
  })

  it('say of which table each sum is, so that no two read alike', async () => {
    const sums = await questions.preservedSums(workbench)
    const said = sums.map(({ table_name, statement }) => `${table_name}: ${statement}`)
    expect(said).toContain('fct_order_items: as many rows as raw.shopify_orders')
    expect(new Set(said).size).toBe(said.length)
  })

  it('add up to the orders', async () => {
    const months = await questions.firstAndRepeatOrders(workbench)
    expect(total(months, 'first_order') + total(months, 'repeat_order')).toBe(311)
    const kinds = await questions.ordersByKindOfDay(workbench)
    const orders = kinds.reduce((sum, row) => sum + Number(row.days) * Number(row.orders_a_day), 0)
    expect(orders).toBeCloseTo(311, 9)
  })

  it('count deliveries by their days: a figure of them grows with days, not with orders', async () => {
    const days = await questions.deliveryDays(workbench)
    const delivered = await one(
      'select count(*) from dwh.fct_orders where delivered_at is not null',
    )
    expect(total(days, 'orders')).toBe(delivered)
    expect(new Set(days.map(({ delivery_days }) => delivery_days)).size).toBe(days.length)
    expect(days.length).toBeLessThan(delivered)
  })
})

describe('questions of the market', () => {
  it('find the busiest day, and name it only where the calendar does', async () => {
    const peak = await questions.peakDay(workbench)
    const most = await one(
      'select max(n) from (select count(*) as n from dwh.fct_orders group by purchase_date)',
    )
    expect(peak.orders).toBe(most)
    expect([peak.date, peak.words, peak.label]).toEqual(['2024-05-22', '2024-05-22', 'Busiest day'])
    expect([peak.from, peak.to]).toEqual(['2024-05-08', '2024-05-31'])
  })

  it('multiply no budget of a channel whose clicks are counted: they would not follow', async () => {
    expect(await questions.hardestWorkedChannel(workbench)).toBeNull()
  })

  it('keep spend and clicks whole', async () => {
    const spend = await one('select sum(spend_cents)::bigint from market.fct_marketing_daily')
    expect(total(await questions.channelTotals(workbench), 'spend_cents')).toBe(spend)
    expect(total(await questions.dailySpend(workbench), 'spend_cents')).toBe(spend)
    const balances = await questions.inFlight(workbench)
    expect(balances.at(-1)).toMatchObject({ channel: 'Total', spend_cents: spend })
    expect(await questions.marketAnswer(workbench)).toBe(
      '$4,143.41 of spend brought 9,648 paid clicks; the largest channel, Google ads, paid $0.41 a click. The spend comes from files. The count of clicks comes from files.',
    )
  })
})

describe('questions of the inventory', () => {
  it('give every click one fate', async () => {
    for (const fate of await questions.clickFates(workbench)) {
      expect(fate.consumed + fate.lost + fate.live).toBe(fate.born)
    }
  })

  it('follow one lot and one order', async () => {
    expect((await questions.longestServingLot(workbench)).length).toBeGreaterThan(1)
    expect((await questions.widestOrder(workbench)).length).toBeGreaterThan(1)
  })

  it('show what clicks per order decide, and leave the run as it was', async () => {
    const [half, assumed, twice] = await questions.wasteByClicksPerOrder(workbench)
    const lost = await one(
      'select sum(decayed_cents + expired_cents)::bigint from attribution.click_lots',
    )
    expect(assumed!.waste_cents).toBe(lost)
    expect(Number(half!.waste_cents)).toBeGreaterThan(lost)
    expect(Number(twice!.waste_cents)).toBeLessThan(lost)
  })
})

describe('questions of the profit', () => {
  it('hold all items within the distribution, and losses on both sides of zero', async () => {
    const { rows, range } = await questions.contributionByItem(workbench)
    expect(total(rows, 'subjects')).toBe(549)
    expect(range[0]).toBe(-range[1])
  })

  it('close the books at zero', async () => {
    expect(total(await questions.closingBalances(workbench), 'closing_cents')).toBe(0)
  })

  it('tell recurring revenue by month, and none where nobody ever subscribed', async () => {
    expect(await questions.recurringRevenue(workbench)).toHaveLength(3)
    const own = workbench.assume(presetChanges('own_shop') as AssumptionChanges)
    await own.run({ through: 'finance' })
    expect(await questions.recurringRevenue(own)).toEqual([])
    await own.close()
  })
})
