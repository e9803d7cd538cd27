import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateWorld } from '../../../src/evaluation/worlds/index.js'
import { openWorkbench } from '../../../src/workbench/index.js'
import { readCsv } from '../../synthetic/read-csv.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-truth-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)

describe.each(['flights', 'anticipating'] as const)(
  'a world with budgets of the kind %s',
  (plan) => {
    const data = join(dir, plan)
    const workbench = openWorkbench({ data, workbench: join(data, 'workbench') })
    const truth = () => readCsv(data, 'truth/channels.csv')

    beforeAll(async () => {
      await generateWorld({ dir: data, plan, seed: 5, orders: 20_000 })
      await workbench.run({ through: 'decisions' })
    }, 240_000)
    afterAll(() => workbench.close())

    it('is a marketplace that tells its days, its spend, its tests and its truth', async () => {
      const orders = readCsv(data, 'olist_orders_dataset.csv')
      const spend = readCsv(data, 'marketing_spend.csv')
      expect([spend[0]!.date, spend[0]!.clicks]).toEqual(['2016-07-03', ''])
      const cents = total(
        spend
          .filter(({ date }) => date! >= '2016-09-01')
          .map(({ spend }) => Math.round(Number(spend) * 100)),
      )
      expect(cents).toBe(Math.round(total(truth().map(({ spend }) => Number(spend))) * 100))
      expect(readCsv(data, 'lift_tests.csv')).toHaveLength(truth().length)
      const days = readCsv(data, 'truth/days.csv').map(({ orders }) => Number(orders))
      expect(Math.abs(total(days) / orders.length - 1)).toBeLessThan(0.05)
      expect(Math.abs(orders.length / 20_000 - 1)).toBeLessThan(0.5)
    })

    it('comes whole through the stages: every channel valued, its clicks and its test taken in', async () => {
      const rows = await workbench.rows<{
        channel: string
        incremental_low: number
        incremental_mean: number
        incremental_high: number
        clicks_observed: boolean
        status: string
        tests: number
      }>(
        `select v.channel, v.incremental_low, v.incremental_mean, v.incremental_high,
         s.clicks_observed, s.status,
         (select count(*) from decisions.lift_tests as t where t.channel = v.channel) as tests
       from decisions.channel_value as v
       inner join decisions.fit_status as s on s.channel = v.channel order by v.channel`,
      )
      expect(rows.map(({ channel }) => channel)).toEqual(truth().map(({ channel }) => channel))
      for (const row of rows) {
        expect(row.incremental_low).toBeLessThan(row.incremental_mean)
        expect(row.incremental_mean).toBeLessThan(row.incremental_high)
        expect([row.clicks_observed, row.tests]).toEqual([true, 1])
        expect(row.status).toBe(plan === 'flights' ? 'own' : 'follows_unseen')
      }
      const [days] = await workbench.rows<{ days: number; first: string }>(
        `select count(*) as days, strftime(min(date), '%Y-%m-%d') as first from decisions.fit_days`,
      )
      expect(days).toEqual({ days: 730, first: '2016-09-01' })
    })

    it('calibrates: the ledger of a run under fitted assumptions attributes what was caused', async () => {
      const calibrated = await workbench.calibrated()
      await calibrated.run({ through: 'attribution' })
      const [given] = await calibrated.rows<{ orders: number }>(
        `select count(*) as orders from attribution.fct_order_attribution as a
       inner join market.dim_channel as c on c.channel = a.channel where c.is_paid`,
      )
      const [fitted] = await workbench.rows<{ orders: number; before: number }>(
        `select sum(incremental_mean) as orders, sum(attributed_orders)::bigint as before
       from decisions.channel_value`,
      )
      expect(Math.abs(given!.orders / fitted!.orders - 1)).toBeLessThan(0.02)
      expect(Math.abs(fitted!.before / fitted!.orders - 1)).toBeGreaterThan(0.1)
      const kept = await workbench.rows(
        `select assumption_id from decisions.calibration where basis = 'declared'`,
      )
      expect(kept).toEqual([
        { assumption_id: 'attribution.channels.organic_search.clicks_per_order' },
      ])
      await calibrated.close()
    })
  },
)
