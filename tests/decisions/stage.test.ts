import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readStatement, statementText } from '../../src/report/index.js'
import { openWorkbench, type Workbench } from '../../src/workbench/index.js'
import { putWholeRun } from '../made/whole-run.js'

let dir: string
let workbench: Workbench

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway decisions '))
  await putWholeRun('sample', dir)
  workbench = openWorkbench({ data: resolve('data', 'sample'), workbench: dir })
  await workbench.run({ through: 'decisions' })
})
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true, force: true })
})

const one = async <T>(sql: string) => (await workbench.rows<T>(sql))[0]!

it('bridges the profit of the P&L to the cent', async () => {
  const { bridge, verdict } = await one<{ bridge: number; verdict: number }>(
    `select (select sum(amount_cents)::bigint from decisions.profit_bridge) as bridge,
       (select contribution_after_marketing_cents from finance.verdict) as verdict`,
  )
  expect(bridge).toBe(verdict)
})

it("changes nothing under today's plan, and every plan adds up to its summary", async () => {
  const wrong = await workbench.rows(
    `select s.plan_id from decisions.plan_summary as s
     inner join (
       select plan_id, sum(spend_cents) as spend, sum(profit_difference_cents) as profit
       from decisions.plans group by plan_id
     ) as p on p.plan_id = s.plan_id
     where s.spend_cents <> spend or s.profit_difference_mean_cents <> profit
       or (s.plan_id = 'today' and profit <> 0)
       or (s.plan_id = 'best_split' and spend <> (
         select spend_cents from decisions.plan_summary where plan_id = 'today'))`,
  )
  expect(wrong).toEqual([])
  expect((await workbench.rows('select * from decisions.plan_summary')).length).toBe(3)
})

it('keeps ranges in order, draws above zero and causes within the orders of their day', async () => {
  const { wrong } = await one<{ wrong: number }>(
    `select (
       (select count(*) from decisions.channel_value where not (
         0 <= incremental_low and incremental_low <= incremental_mean
         and incremental_mean <= incremental_high
         and incremental_profit_low_cents <= incremental_profit_cents))
       + (select count(*) from decisions.draws where not incremental_orders >= 0)
       + (select count(*) from (
           select i.date, sum(i.incremental_orders) as caused, max(d.orders) as orders
           from decisions.incremental_daily as i
           inner join decisions.fit_days as d on d.date = i.date group by i.date)
         where not caused <= orders + 1e-6))::integer as wrong`,
  )
  expect(wrong).toBe(0)
})

it('counts caused orders once: days, curve and draws are those of the channel, and its return theirs', async () => {
  const wrong = await workbench.rows(
    `select v.channel
     from decisions.channel_value as v
     inner join (select channel, sum(incremental_orders) as orders
       from decisions.incremental_daily group by channel) as days on days.channel = v.channel
     inner join (select channel, avg(incremental_orders) as orders
       from decisions.draws group by channel) as drawn on drawn.channel = v.channel
     inner join decisions.response_curve as c on c.channel = v.channel and c.multiplier_bps = 10000
     where not abs(days.orders - v.incremental_mean) < 1e-6
       or not abs(c.orders_mean - v.incremental_mean) < 1e-6
       or not abs(drawn.orders / v.incremental_mean - 1) < 0.05
       or not abs(v.roi_bps - 10000 * v.incremental_contribution_cents / v.spend_cents) <= 0.5`,
  )
  expect(wrong).toEqual([])
})

it('tells no figure as fitted where spend is assumed, and refuses a fit that would', async () => {
  expect(
    await workbench.rows(
      `select distinct v.basis, s.status from decisions.channel_value as v
       inner join decisions.fit_status as s on s.channel = v.channel`,
    ),
  ).toEqual([{ basis: 'declared', status: 'assumed' }])
  await expect(workbench.fit()).rejects.toThrow('nothing can be learned')
  await expect(workbench.calibrated()).rejects.toThrow('every declared value stands')
})

it('answers plans as the tables do, and the plan of history with nothing', async () => {
  const fit = await workbench.fit({ acceptAssumed: true })
  expect(fit.whatIf(await workbench.plan()).profitCents).toEqual({ low: 0, mean: 0, high: 0 })
  const best = fit.optimum({ total: 'free' })
  const { cents } = await one<{ cents: number }>(
    `select profit_difference_mean_cents as cents from decisions.plan_summary
     where plan_id = 'best_total'`,
  )
  expect(best.effect.profitCents.mean).toBe(cents)
})

it('publishes what answers hang on, as it is asked, and the range of the verdict', async () => {
  const published = await workbench.rows<{ assumption: string; low: number; high: number }>(
    `select assumption_id as assumption, answer_at_low::double as low, answer_at_high::double as high
     from decisions.sensitivity where question = 'net_profit' order by rank limit 5`,
  )
  const asked = await workbench.sensitivity({ of: ['net_profit'] })
  expect(published).toEqual(
    asked.slice(0, 5).map(({ assumption, answerAtLow, answerAtHigh }) => ({
      assumption,
      low: Math.round(answerAtLow),
      high: Math.round(answerAtHigh),
    })),
  )
  const { low, value, high } = await one<{ low: number; value: number; high: number }>(
    `select low, value, high from decisions.verdict_range
     where figure = 'contribution_after_marketing_cents'`,
  )
  expect(low).toBeLessThan(value)
  expect(value).toBeLessThan(high)
  const ranges = await workbench.verdictRanges(100)
  expect(Math.round(ranges[0]!.low)).toBe(low)
})

it('tells on the statement what was caused, how sure the verdict is, and by what channels pay', async () => {
  await workbench.run({ through: 'decisions' })
  const text = statementText(await readStatement(workbench))
  expect(text).toContain('by the orders it caused, under declared values that no data confirm')
  expect(text).not.toContain("By the market model's attribution")
  expect(text).toContain('contribution after marketing is R$')
  expect(text).toContain('Measure first: ')
})

it('is made on request only, and its assumptions touch no earlier stage', async () => {
  const bolder = workbench.assume({ 'decisions.act_above_bps': 9_900 })
  const { stages } = await bolder.run({ through: 'decisions' })
  expect(stages.filter(({ reused }) => !reused).map(({ stage }) => stage)).toEqual(['decisions'])
  await bolder.close()
  const plain = openWorkbench({ data: resolve('data', 'sample'), workbench: join(dir, 'plain') })
  expect(Object.keys((await plain.run()).artifacts)).not.toContain('decisions')
  await plain.close()
})
