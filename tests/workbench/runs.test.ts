import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import {
  openWorkbench,
  publishedRuns,
  readVerdict,
  removeRun,
  type Workbench,
} from '../../src/workbench/index.js'

const root = mkdtempSync(join(tmpdir(), 'causeway-runs-'))
const data = join(root, 'data')
const file = join(root, 'mine.yaml')
const dearer = { 'finance.carrier_cost_bps': 15_000 }

let folder: string
let opened: Workbench[]
beforeAll(async () => {
  await generateMarketplace({ dir: data, orders: 150, seed: 1 })
  const workbench = openWorkbench({ data, workbench: join(root, 'whole') })
  await workbench.run()
  await workbench.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(root, 'workbench-'))
  opened = []
})
afterEach(async () => {
  for (const workbench of opened) await workbench.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Starts this test's folder with a complete run of the data, published as main. */
function publishedMain(): Workbench {
  cpSync(join(root, 'whole'), folder, { recursive: true })
  return open()
}

/** A workbench of this test's folder, closed after it. */
function open(options: Parameters<typeof openWorkbench>[0] = {}): Workbench {
  const workbench = openWorkbench({ workbench: folder, ...options })
  opened.push(workbench)
  return workbench
}

const profitOf = async (workbench: Workbench) =>
  (await readVerdict(workbench)).contribution_after_marketing_cents

describe('a what-if never replaces the answer', () => {
  it('the published run stays what it was for everybody else', async () => {
    const base = publishedMain()
    const profit = await profitOf(base)
    const scenario = base.assume(dearer)
    opened.push(scenario)
    await scenario.run()
    expect(await profitOf(scenario)).toBeLessThan(profit)
    expect(await profitOf(base)).toBe(profit)
    expect(await profitOf(open())).toBe(profit)
  })

  it('unless it is told to, under a name of its own', async () => {
    const base = publishedMain()
    const scenario = base.assume(dearer)
    opened.push(scenario)
    await scenario.run()
    await scenario.publish('dearer-carriers')
    const read = open({ run: 'dearer-carriers' })
    expect(await profitOf(read)).toBe(await profitOf(scenario))
    expect(read.assumptions.number('finance.carrier_cost_bps')).toBe(15_000)
    expect(await profitOf(open())).toBe(await profitOf(base))
  })

  it('reuses every artifact whose key it shares', async () => {
    const base = publishedMain()
    const scenario = base.assume(dearer)
    opened.push(scenario)
    const { stages } = await scenario.run()
    expect(stages.filter(({ reused }) => reused).map(({ stage }) => stage)).toEqual([
      'raw',
      'dwh',
      'market',
      'attribution',
    ])
  })

  it('answers before it has run from the stages that it shares, and from no other', async () => {
    const scenario = publishedMain().assume(dearer)
    opened.push(scenario)
    expect(await scenario.rows('select count(*) as n from dwh.fct_orders')).toEqual([{ n: 150 }])
    expect((await scenario.plan()).totalCents()).toBeGreaterThan(0)
    const asked = scenario.rows('select * from finance.verdict')
    await expect(asked).rejects.toThrow(/finance has not run.*attribution.*await .*run\(\)/)
    await scenario.run()
    expect(await profitOf(scenario)).not.toBe(await profitOf(open()))
  })

  it('answers nothing when it shares nothing', async () => {
    const scenario = open({ data }).reseed(3)
    opened.push(scenario)
    await expect(scenario.rows('select 1')).rejects.toThrow(/has not run.*await .*run\(\)/)
  })
})

describe('a run through an early stage', () => {
  it('leaves no later stage of another seed behind', async () => {
    publishedMain()
    await open({ data, seed: 18 }).run({ through: 'market' })
    const read = open()
    expect(read.seed).toBe(18)
    expect(await read.rows('select count(*) as n from market.dim_channel')).toHaveLength(1)
    const asked = read.rows('select * from attribution.click_lots')
    await expect(asked).rejects.toThrow(InputError)
    await expect(asked).rejects.toThrow(/attribution.*run main.*raw, dwh, market.*causeway run/)
    await expect(read.rows('from decisions.fit')).rejects.toThrow(/causeway fit.*'decisions'/)
    await expect(readVerdict(read)).rejects.toThrow(/finance.*causeway run/)
    await expect(read.profile('finance.verdict')).rejects.toThrow(/finance.*causeway run/)
  })

  it('keeps later stages that this very run would make', async () => {
    const whole = publishedMain()
    const part = open({ data })
    await part.run({ through: 'raw' })
    expect(await profitOf(open())).toBe(await profitOf(whole))
    await expect(readVerdict(part)).rejects.toThrow(/await .*run\(\)/)
  })
})

describe('a mixture of two runs', () => {
  it('is refused when it is opened, naming the stages and what differs', async () => {
    await publishedMain().close()
    const eighteen = open({ data, seed: 18, name: 'eighteen' })
    await eighteen.run()
    const path = join(folder, 'workbench.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    manifest.runs.main.artifacts.market = manifest.runs.eighteen.artifacts.market
    writeFileSync(path, JSON.stringify(manifest))
    await expect(open().rows('select * from market.dim_channel')).rejects.toThrow(
      /run main is a mixture.*market was made under seed 18.*attribution was made from market of seed 42/,
    )
    expect(await profitOf(eighteen)).toBeTypeOf('number')
    await open({ data }).run()
    expect(await profitOf(open())).toBeTypeOf('number')
  })
})

describe('a folder that cannot be written to', () => {
  it('is refused before any work is done', async () => {
    const place = join(folder, 'file')
    writeFileSync(place, '')
    const heard: string[] = []
    const run = open({ data, workbench: place }).run({ onProgress: (e) => heard.push(e.message) })
    await expect(run).rejects.toThrow(/cannot be written to/)
    expect(heard).toEqual([])
  })
})

describe('a seed', () => {
  it('enters the keys of the stages that use chance only', async () => {
    publishedMain()
    const { stages } = await open({ data, seed: 7 }).run()
    expect(stages.map(({ stage, reused }) => [stage, reused])).toEqual([
      ['raw', true],
      ['dwh', true],
      ['market', false],
      ['attribution', false],
      ['finance', false],
      ['judgment', false],
    ])
  })

  it('is checked wherever it comes from', () => {
    expect(() => open().reseed(-1)).toThrow(/seed: got -1/)
    expect(() => open({ seed: 0.5 })).toThrow(/seed: got 0.5/)
  })

  it('is that of the figures, however the run was opened', async () => {
    await open({ data, seed: 18, changes: dearer }).run()
    const read = open()
    await profitOf(read)
    expect(read.seed).toBe(18)
    expect(read.dataDir).toBe(data)
    expect(read.assumptions.number('finance.carrier_cost_bps')).toBe(15_000)
    await expect(open({ seed: 5 }).rows('select 1')).rejects.toThrow(/seed 18.*asks for 5/)
  })
})

describe('an assumptions file', () => {
  it('that is edited is seen by the next run of a live workbench', async () => {
    writeFileSync(file, 'finance:\n  carrier_cost_bps: 12000\n')
    const workbench = open({ data, assumptions: file })
    await workbench.run()
    const before = await profitOf(workbench)
    writeFileSync(file, 'finance:\n  carrier_cost_bps: 15000\n')
    expect(workbench.assumptions.number('finance.carrier_cost_bps')).toBe(12_000)
    await workbench.run()
    expect(workbench.assumptions.number('finance.carrier_cost_bps')).toBe(15_000)
    expect(await profitOf(workbench)).toBeLessThan(before)
  })
})

describe('a closed workbench', () => {
  it('refuses questions and runs', async () => {
    const workbench = open({ data })
    await workbench.run()
    await workbench.close()
    await expect(workbench.rows('select 1')).rejects.toThrow(/was closed/)
    await expect(workbench.query('select 1')).rejects.toThrow(InputError)
    await expect(workbench.profile('raw.orders')).rejects.toThrow(/was closed/)
    await expect(workbench.run()).rejects.toThrow(/was closed/)
    await workbench.close()
  })
})

describe('a named run', () => {
  it('is one of many, each with its own answer', async () => {
    publishedMain()
    await open({ data, name: 'hard', preset: 'hard' }).run()
    const hard = open({ run: 'hard' })
    expect(await profitOf(hard)).not.toBe(await profitOf(open()))
    const { stages } = await hard.run({ through: 'market' })
    expect(stages.every(({ reused }) => reused)).toBe(true)
    expect(await profitOf(hard)).toBe(await profitOf(open({ run: 'hard' })))
  })

  it('runs again from what it holds, though its data is gone', async () => {
    const copy = join(folder, 'data')
    await generateMarketplace({ dir: copy, orders: 60, seed: 2 })
    await open({ data: copy }).run()
    rmSync(copy, { recursive: true })
    const { stages } = await open({ run: 'main' }).run()
    expect(stages.map(({ reused }) => reused)).toEqual(new Array(6).fill(true))
  })

  it('that is not there is refused, naming those that are', async () => {
    expect(() => open({ run: 'nowhere' })).toThrow(/holds no run nowhere.*none/)
    await open({ data, name: 'mine' }).run({ through: 'raw' })
    expect(() => open({ run: 'nowhere' })).toThrow(/holds no run nowhere.*mine/)
    await expect(open().rows('select 1')).rejects.toThrow(/holds no run main.*mine/)
  })

  it('has settings of its own', async () => {
    await open({ data }).run({ through: 'raw' })
    expect(() => open({ run: 'main', seed: 3 })).toThrow(/seed.*reseed/)
    expect(() => open({ run: 'main', name: 'other' })).toThrow(/name/)
  })

  it('named by the environment is opened where nothing else is asked for', async () => {
    publishedMain()
    await open({ data, name: 'seven', seed: 7 }).run({ through: 'raw' })
    process.env.CAUSEWAY_RUN = 'seven'
    try {
      expect(open().seed).toBe(7)
      const other = open({ data, preset: 'hard' })
      expect([other.name, other.seed]).toEqual(['main', 42])
      expect(await other.rows('select count(*) as n from dwh.fct_orders')).toEqual([{ n: 150 }])
    } finally {
      delete process.env.CAUSEWAY_RUN
    }
  })

  it.each(['', '../x', 'a b', '-x', 'x'.repeat(65)])('is not called %j', async (name) => {
    expect(() => open({ data, name })).toThrow(/name: got/)
    await expect(open({ data }).publish(name)).rejects.toThrow(/name: got/)
  })

  it.each(['constructor', 'toString'])(
    'may be called %s, and is not there before',
    async (name) => {
      expect(() => open({ run: name })).toThrow(/holds no run/)
      await open({ data, name }).run({ through: 'raw' })
      expect(await open({ run: name }).rows('select 1 as one')).toEqual([{ one: 1 }])
    },
  )

  it('made under a spend plan by hand runs again under that plan', async () => {
    const base = publishedMain()
    const plan = (await base.plan()).scale('facebook_ads', 0.5)
    const scenario = base.withPlan(plan)
    opened.push(scenario)
    await scenario.publish('half')
    const half = open({ run: 'half' })
    expect(half.spendPlan).toEqual(plan.columns())
    const other = half.assume(dearer)
    opened.push(other)
    const { stages } = await other.run()
    expect(stages.find(({ stage }) => stage === 'market')!.reused).toBe(true)
  })
})

describe('the published runs', () => {
  it('are listed with what they are made of, and removed with the files only they need', async () => {
    publishedMain()
    await open({ data, name: 'hard', preset: 'hard', seed: 7, changes: dearer }).run()
    await open({ data, name: 'early' }).run({ through: 'dwh' })
    const runs = publishedRuns(folder)
    expect(runs.map(({ name }) => name)).toEqual(['early', 'hard', 'main'])
    expect(runs[0]).toMatchObject({
      through: 'dwh',
      contribution_after_marketing_cents: null,
      seed: 42,
      changed: 0,
    })
    const hard = open({ run: 'hard' })
    expect(runs[1]).toMatchObject({
      data,
      seed: 7,
      preset: 'hard',
      changed: 1,
      through: 'judgment',
      contribution_after_marketing_cents: await profitOf(hard),
    })
    await removeRun(folder, 'hard')
    expect(publishedRuns(folder).map(({ name }) => name)).toEqual(['early', 'main'])
    expect(readdirSync(folder).filter((name) => name.startsWith('finance-'))).toHaveLength(1)
    await expect(removeRun(folder, 'hard')).rejects.toThrow(/holds no run hard.*early, main/)
  })

  it('may be removed while they are read', async () => {
    const main = publishedMain()
    const profit = await profitOf(main)
    const late = open()
    expect(late.seed).toBe(42)
    await removeRun(folder, 'main')
    expect(await profitOf(main)).toBe(profit)
    await expect(profitOf(late)).rejects.toThrow(InputError)
    await expect(profitOf(open())).rejects.toThrow(/holds no run main/)
  })

  it('of an earlier version are built anew, and until then refused with the remedy', async () => {
    writeFileSync(join(folder, 'workbench.json'), '{"version":1,"artifacts":{},"shelf":{}}')
    await expect(open().rows('select 1')).rejects.toThrow(/earlier version.*causeway run/)
    await open({ data }).run({ through: 'raw' })
    expect(await open().rows('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('of a later version are refused', async () => {
    writeFileSync(join(folder, 'workbench.json'), '{"version":3}')
    await expect(open().rows('select 1')).rejects.toThrow(/later version.*--fresh/)
    await expect(open({ data }).run({ through: 'raw' })).rejects.toThrow(/later version/)
  })
})

describe('recent scenarios', () => {
  it('keeps the recent ones and cleans up the rest', async () => {
    const base = open({ data })
    await base.run({ through: 'dwh' })
    const files = () => readdirSync(folder).filter((name) => name.startsWith('dwh-')).length
    for (let days = 1; days <= 12; days++) {
      const scenario = base.assume({ 'dwh.gift_run_up_days': days })
      opened.push(scenario)
      await scenario.run({ through: 'dwh' })
      expect(files()).toBeLessThanOrEqual(9)
    }
    expect(files()).toBe(9)
    const again = base.assume({ 'dwh.gift_run_up_days': 12 })
    opened.push(again)
    expect((await again.run({ through: 'dwh' })).stages.every(({ reused }) => reused)).toBe(true)
  })
})
