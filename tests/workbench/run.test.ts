import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { Database } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import { count } from '../../src/schema/column.js'
import type { Stage } from '../../src/stage.js'
import { readManifest } from '../../src/workbench/manifest.js'
import { type RunPlan, runStages } from '../../src/workbench/run.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const numbers = { numbers: { about: '', grain: ['n'], columns: { n: count('A number.') } } }
const total = { total: { about: '', grain: [], columns: { sum: count('Their sum.') } } }

/** Stage 1 holds 1..size; stage 2 sums them. */
function twoStages(size: number, built: string[] = []): Stage[] {
  return [
    {
      name: 'raw',
      needs: [],
      schema: numbers,
      fingerprint: async () => String(size),
      build: async ({ db }) => {
        built.push('raw')
        await db.exec(`create table numbers as select i as n from range(1, ${size + 1}) as t(i)`)
      },
    },
    {
      name: 'dwh',
      needs: ['raw'],
      schema: total,
      build: async ({ db }) => {
        built.push('dwh')
        await db.exec('create table total as select sum(n)::bigint as sum from raw.numbers')
      },
    },
  ]
}

function plan(stages: Stage[], more: Partial<RunPlan> = {}): RunPlan {
  return {
    dir,
    stages,
    inputs: { dataDir: dir, allowRejects: false },
    name: 'main',
    preset: 'default',
    assumptions: Assumptions.defaults(),
    seed: 1,
    fresh: false,
    onProgress: () => {},
    ...more,
  }
}

const mainRun = () => readManifest(dir).runs.main!

async function publishedSum(): Promise<number> {
  const db = await Database.create(join(dir, mainRun().artifacts.dwh!.file), {
    readOnly: true,
  })
  const [row] = await db.all<{ sum: number }>('select sum from total')
  await db.close()
  return row!.sum
}

describe('runStages', () => {
  it('publishes one read-only file a stage and points to it', async () => {
    const { stages } = await runStages(plan(twoStages(4)))
    expect(stages.map(({ stage, reused, rows }) => ({ stage, reused, rows }))).toEqual([
      { stage: 'raw', reused: false, rows: { numbers: 4 } },
      { stage: 'dwh', reused: false, rows: { total: 1 } },
    ])
    expect(await publishedSum()).toBe(10)
    const files = readdirSync(dir).filter((file) => file !== '.lock.duckdb')
    expect(files.sort()).toEqual(['workbench.json', ...stages.map(({ file }) => file)].sort())
  })

  it('reuses what is published and builds only what a change touches', async () => {
    const built: string[] = []
    await runStages(plan(twoStages(4, built)))
    const second = await runStages(plan(twoStages(4, built)))
    expect(built).toEqual(['raw', 'dwh'])
    expect(second.stages.every(({ reused }) => reused)).toBe(true)
    await runStages(plan(twoStages(5, built)))
    expect(built).toEqual(['raw', 'dwh', 'raw', 'dwh'])
    expect(await publishedSum()).toBe(15)
  })

  it('goes back to an earlier state at no cost', async () => {
    const built: string[] = []
    await runStages(plan(twoStages(4, built)))
    await runStages(plan(twoStages(5, built)))
    const back = await runStages(plan(twoStages(4, built)))
    expect(back.stages.every(({ reused }) => reused)).toBe(true)
    expect(built).toHaveLength(4)
    expect(await publishedSum()).toBe(10)
  })

  it('builds again when told to, and replaces no published file in place', async () => {
    const first = await runStages(plan(twoStages(4)))
    const again = await runStages(plan(twoStages(4), { fresh: true }))
    expect(again.stages.some(({ reused }) => reused)).toBe(false)
    for (const { file } of first.stages) {
      expect(again.stages.map((stage) => stage.file)).not.toContain(file)
      expect(existsSync(join(dir, file))).toBe(false)
    }
  })

  it('keys the seed of stages that use chance, and gives it to no other', async () => {
    const seeds: number[] = []
    const [raw, dwh] = twoStages(4)
    const seeing = (stage: Stage, usesChance: boolean): Stage => ({
      ...stage,
      usesChance,
      build: async (context) => {
        seeds.push(context.seed)
        await stage.build(context)
      },
    })
    const stages = [seeing(raw!, false), seeing(dwh!, true)]
    await runStages(plan(stages))
    const two = await runStages(plan(stages, { seed: 2 }))
    expect(two.stages.map(({ reused }) => reused)).toEqual([true, false])
    expect(seeds).toEqual([0, 1, 2])
  })

  it('records with each artifact all that it rests on', async () => {
    await runStages(plan(twoStages(4)))
    const { raw, dwh } = mainRun().artifacts
    expect(raw!.ancestors).toEqual({})
    expect(dwh!.ancestors).toEqual({
      raw: expect.objectContaining({ key: raw!.key, outside: raw!.outside, seed: null }),
    })
  })

  it('publishes nothing under a name when there is none', async () => {
    await runStages(plan(twoStages(4)))
    const before = mainRun()
    const scenario = await runStages(plan(twoStages(5), { name: undefined }))
    expect(readManifest(dir).runs).toEqual({ main: before })
    expect(readManifest(dir).recent[0]).toEqual(scenario.record)
  })

  it('writes nothing when all is as it was', async () => {
    await runStages(plan(twoStages(4)))
    const before = readFileSync(join(dir, 'workbench.json'), 'utf8')
    await runStages(plan(twoStages(4)))
    expect(readFileSync(join(dir, 'workbench.json'), 'utf8')).toBe(before)
  })

  it('leaves the last good state when a stage fails', async () => {
    await runStages(plan(twoStages(4)))
    const before = readFileSync(join(dir, 'workbench.json'), 'utf8')
    const [raw, dwh] = twoStages(5)
    const broken: Stage = {
      ...dwh!,
      build: async () => {
        throw new InputError('order 7: no purchase date.')
      },
    }
    await expect(runStages(plan([raw!, broken]))).rejects.toThrow('order 7')
    expect(await publishedSum()).toBe(10)
    expect(JSON.parse(before).runs).toEqual(readManifest(dir).runs)
    expect((await runStages(plan([raw!, dwh!]))).stages[0]!.reused).toBe(true)
    expect(readdirSync(dir).some((file) => file.startsWith('.building'))).toBe(false)
  })

  it('refuses a stage whose tables are not the declared ones', async () => {
    const [raw] = twoStages(4)
    const other: Stage = { ...raw!, schema: total }
    await expect(runStages(plan([other]))).rejects.toThrow('numbers: not declared')
  })

  it('cleans up after a killed run', async () => {
    await runStages(plan(twoStages(4)))
    for (const name of [
      '.building-dwh-1.duckdb',
      '.building-dwh-1.duckdb.wal',
      'dwh-0abc.duckdb',
    ]) {
      writeFileSync(join(dir, name), 'half')
    }
    await runStages(plan(twoStages(4)))
    expect(
      readdirSync(dir).filter((file) => file.includes('building') || file.includes('0abc')),
    ).toEqual([])
  })

  it('names a published file that was damaged, and builds it anew when told to', async () => {
    const { stages } = await runStages(plan(twoStages(4)))
    const path = join(dir, stages[1]!.file)
    chmodSync(path, 0o644)
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(path, bytes)
    await expect(runStages(plan(twoStages(4)))).rejects.toThrow(/dwh-.*was changed.*--fresh/)
    await runStages(plan(twoStages(4), { fresh: true }))
    expect(await publishedSum()).toBe(10)
  })

  it('takes turns when two runs start at once', async () => {
    const [a, b] = await Promise.all([runStages(plan(twoStages(4))), runStages(plan(twoStages(4)))])
    expect([a, b].flatMap(({ stages }) => stages.map(({ reused }) => reused)).sort()).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(existsSync(join(dir, 'workbench.json'))).toBe(true)
  })
})
