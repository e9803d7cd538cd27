import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AnswerSource, readAnswers } from '../../../src/decisions/sensitivity/answers.js'
import { inventoryRanges, playDraw } from '../../../src/decisions/sensitivity/inventory-ranges.js'
import { replayMarketing } from '../../../src/decisions/sensitivity/replay.js'
import { drawnChanges } from '../../../src/decisions/sensitivity/verdict-range.js'
import { questions } from '../../../src/index.js'
import { mean, sum } from '../../../src/numbers.js'
import { openWorkbench, type Workbench } from '../../../src/workbench/index.js'
import { putWholeRun } from '../../made/whole-run.js'

let dir: string
let workbench: Workbench
let from: AnswerSource

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-inventory-ranges-'))
  await putWholeRun('sample', dir)
  workbench = openWorkbench({ data: resolve('data', 'sample'), workbench: dir })
  from = await readAnswers(workbench, ['waste'])
}, 120_000)
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true, force: true })
})

const column = async (sql: string) =>
  (await workbench.rows<{ value: number }>(sql)).map(({ value }) => value)

it('tells of the published world what the tables of the run hold, to the cent and the click', async () => {
  const draw = await playDraw(from, workbench.assumptions, 0)
  const byChannel = (sum: string, table: string) =>
    column(`select ${sum}::bigint as value from ${table} where channel <> 'direct'
      group by channel order by channel`)
  expect([...(draw.waste_cents as Float64Array)]).toEqual(
    await byChannel('sum(waste_cents)', 'finance.waste_statement'),
  )
  expect([...(draw.consumed_cents as Float64Array)]).toEqual(
    await byChannel('sum(consumed_cents)', 'attribution.click_lots'),
  )
  expect([...(draw.live_clicks as Float64Array)]).toEqual(
    await column(
      'select closing_clicks as value from attribution.click_inventory_daily order by date, channel',
    ),
  )
  const ofDay = (of: string) =>
    column(`select ${of} as value from attribution.demand_daily order by date`)
  expect([...(draw.capacity_orders as Float64Array)]).toEqual(await ofDay('capacity_orders'))
  expect([...(draw.unserved_orders as Float64Array)]).toEqual(await ofDay('unserved_orders'))
  const shares = draw.consumed_bps as number[]
  for (const { channel, age_days, consumed_bps } of await questions.clickAges(workbench)) {
    const c = from.replay.channels.findIndex(({ id }) => id === channel)
    const share = shares[Number(age_days) * from.replay.channels.length + c]!
    expect(Math.floor(share + 1e-9)).toBe(consumed_bps)
  }
})

it('is drawn with the verdict: channels sum to its waste and its acquisition cost', async () => {
  const ranges = await inventoryRanges(from, 20)
  const changedBy = drawnChanges(from, 20)
  const replays = []
  for (let d = 0; d < 20; d++) {
    replays.push(await replayMarketing(workbench, from.assumptions.with(changedBy(d)), d + 1))
  }
  const means = (figure: string) =>
    sum(ranges.filter((range) => range.figure === figure).map((range) => range.mean))
  expect(means('waste_cents')).toBeCloseTo(mean(replays.map(({ wasteCents }) => wasteCents)), 3)
  expect(means('consumed_cents')).toBeCloseTo(
    mean(replays.map(({ acquisitionCents }) => acquisitionCents)),
    3,
  )
  expect(ranges.filter(({ low, high }) => !(low <= high))).toEqual([])
})

it('stands beside the rows of each question, and is null where none was drawn', async () => {
  const ranges = await workbench.inventoryRanges(20)
  const [waste] = await questions.wasteByChannel(workbench, ranges)
  const own = ranges.find((one) => one.figure === 'waste_cents' && one.channel === waste!.channel)!
  expect(waste).toMatchObject({ low_waste_cents: own.low, high_waste_cents: own.high })
  const weeks = await questions.weeklyClicks(workbench, ranges)
  const days = await questions.supplyAndDemand(workbench, ranges)
  const ages = await questions.clickAges(workbench, ranges)
  for (const rows of [weeks, days, ages]) {
    expect(rows.filter((row) => Object.values(row).includes(null))).toEqual([])
  }
  expect((await questions.clickFates(workbench))[0]).toMatchObject({ low_consumed_cents: null })
})

it('refuses a number of draws that is too small or too large to keep', async () => {
  await expect(workbench.inventoryRanges(19)).rejects.toThrow(
    'draws: got 19, allowed whole numbers from 20 to 1000.',
  )
  await expect(workbench.inventoryRanges(1_001)).rejects.toThrow('got 1001')
})
