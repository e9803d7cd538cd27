import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { readVerdict } from '../../src/workbench/index.js'
import {
  closedAfter,
  data,
  dearer,
  file,
  folder,
  open,
  profitOf,
  publishedMain,
  useFolders,
} from './folders.js'

useFolders()

describe('a what-if never replaces the answer', () => {
  it('the published run stays what it was for everybody else', async () => {
    const base = publishedMain()
    const profit = await profitOf(base)
    const scenario = closedAfter(base.assume(dearer))
    await scenario.run({ through: 'finance' })
    expect(await profitOf(scenario)).toBeLessThan(profit)
    expect(await profitOf(base)).toBe(profit)
    expect(await profitOf(open())).toBe(profit)
  })

  it('unless it is told to, under a name of its own', async () => {
    const base = publishedMain()
    const scenario = closedAfter(base.assume(dearer))
    await scenario.run()
    await scenario.publish('dearer-carriers')
    const read = open({ run: 'dearer-carriers' })
    expect(await profitOf(read)).toBe(await profitOf(scenario))
    expect(read.assumptions.number('finance.carrier_cost_bps')).toBe(15_000)
    expect(await profitOf(open())).toBe(await profitOf(base))
  })

  it('reuses every artifact whose key it shares', async () => {
    const base = publishedMain()
    const scenario = closedAfter(base.assume(dearer))
    const { stages } = await scenario.run({ through: 'finance' })
    expect(stages.filter(({ reused }) => reused).map(({ stage }) => stage)).toEqual([
      'raw',
      'dwh',
      'market',
      'attribution',
    ])
  })

  it('answers before it has run from the stages that it shares, and from no other', async () => {
    const scenario = closedAfter(publishedMain().assume(dearer))
    expect(await scenario.rows('select count(*) as n from dwh.fct_orders')).toEqual([{ n: 150 }])
    expect((await scenario.plan()).totalCents()).toBeGreaterThan(0)
    const asked = scenario.rows('select * from finance.verdict')
    await expect(asked).rejects.toThrow(/finance has not run.*attribution.*await .*run\(\)/)
    await scenario.run({ through: 'finance' })
    expect(await profitOf(scenario)).not.toBe(await profitOf(open()))
  })

  it('answers nothing when it shares nothing', async () => {
    const scenario = closedAfter(open({ data }).reseed(3))
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
    await eighteen.run({ through: 'finance' })
    const path = join(folder, 'workbench.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    manifest.runs.main.artifacts.market = manifest.runs.eighteen.artifacts.market
    writeFileSync(path, JSON.stringify(manifest))
    await expect(open().rows('select * from market.dim_channel')).rejects.toThrow(
      /run main is a mixture.*market was made under seed 18.*attribution was made from market of seed 42/,
    )
    expect(await profitOf(eighteen)).toBeTypeOf('number')
    await open({ data }).run({ through: 'finance' })
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
    await open({ data, seed: 18, changes: dearer }).run({ through: 'finance' })
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
    await workbench.run({ through: 'finance' })
    const before = await profitOf(workbench)
    writeFileSync(file, 'finance:\n  carrier_cost_bps: 15000\n')
    expect(workbench.assumptions.number('finance.carrier_cost_bps')).toBe(12_000)
    await workbench.run({ through: 'finance' })
    expect(workbench.assumptions.number('finance.carrier_cost_bps')).toBe(15_000)
    expect(await profitOf(workbench)).toBeLessThan(before)
  })
})

describe('a closed workbench', () => {
  it('refuses questions and runs', async () => {
    const workbench = open({ data })
    await workbench.run({ through: 'raw' })
    await workbench.close()
    await expect(workbench.rows('select 1')).rejects.toThrow(/was closed/)
    await expect(workbench.query('select 1')).rejects.toThrow(InputError)
    await expect(workbench.profile('raw.orders')).rejects.toThrow(/was closed/)
    await expect(workbench.run()).rejects.toThrow(/was closed/)
    await workbench.close()
  })
})

describe('recent scenarios', () => {
  it('keeps the recent ones and cleans up the rest', async () => {
    const base = open({ data })
    await base.run({ through: 'dwh' })
    const files = () => readdirSync(folder).filter((name) => name.startsWith('dwh-')).length
    for (let days = 1; days <= 12; days++) {
      const scenario = closedAfter(base.assume({ 'dwh.gift_run_up_days': days }))
      await scenario.run({ through: 'dwh' })
      expect(files()).toBeLessThanOrEqual(9)
    }
    expect(files()).toBe(9)
    const again = closedAfter(base.assume({ 'dwh.gift_run_up_days': 12 }))
    expect((await again.run({ through: 'dwh' })).stages.every(({ reused }) => reused)).toBe(true)
  })
})
