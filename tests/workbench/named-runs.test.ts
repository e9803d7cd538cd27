import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { publishedRuns, removeRun } from '../../src/workbench/index.js'
import {
  closedAfter,
  data,
  dearer,
  folder,
  open,
  profitOf,
  publishedMain,
  useFolders,
} from './folders.js'

useFolders()

describe('a named run', () => {
  it('is one of many, each with its own answer', async () => {
    publishedMain()
    await open({ data, name: 'hard', preset: 'hard' }).run({ through: 'finance' })
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
    const scenario = closedAfter(base.withPlan(plan))
    await scenario.publish('half')
    const half = open({ run: 'half' })
    expect(half.spendPlan).toEqual(plan.columns())
    const other = closedAfter(half.assume(dearer))
    const { stages } = await other.run({ through: 'finance' })
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
