import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { literal } from '../../src/engine/index.js'
import { type Finding, type Law, laws, runLaws } from '../../src/judgment/index.js'
import { stagesRead } from '../../src/judgment/kept-laws.js'
import { stageNames } from '../../src/schema/artifact-names.js'
import { ownFolder } from '../sources/harness.js'
import { faultOf } from './fault-of.js'
import { publishedInMemory, type RunInMemory, runInMemory } from './in-memory.js'

/** A marketplace with every file that Olist's export has, and a flat export of a shop. */
let marketplace: RunInMemory
let shop: RunInMemory
/** What all laws say of each while nobody touched it. */
const untouched = new Map<RunInMemory, readonly Finding[]>()
const dir = mkdtempSync(join(tmpdir(), 'causeway-shop-'))

beforeAll(async () => {
  marketplace = await runInMemory(undefined, undefined, 'decisions')
  shop = await publishedInMemory(ownFolder('shopify'), dir)
  for (const run of [marketplace, shop]) untouched.set(run, await judge(run))
}, 240_000)

afterAll(async () => {
  await marketplace?.close()
  await shop?.close()
  rmSync(dir, { recursive: true, force: true })
})

const runFor = ({ files }: Law) => (files === 'export' ? shop : marketplace)

const judge = (run: RunInMemory, only?: readonly Law[]) =>
  runLaws((sql) => run.db.all(sql), only ? { only } : {})

const saidBefore = (run: RunInMemory, { id }: Law) =>
  untouched.get(run)!.find(({ law_id }) => law_id === id)!

describe('a run that nobody touched', () => {
  it.each(['marketplace', 'shop'])('breaks no law but those of reality: %s', (of) => {
    const found = untouched.get(of === 'shop' ? shop : marketplace)!
    const broken = found.filter((finding) => finding.violations > 0)
    expect(broken.filter((finding) => finding.impact !== 'reality')).toEqual([])
  })

  it('is judged the same side by side, on connections that share their working tables', async () => {
    const { db } = marketplace
    await db.exec(`attach ':memory:' as bench`)
    const desks = [await db.connect(), await db.connect(), await db.connect()]
    for (const desk of desks) await desk.exec(`set search_path = 'memory.main,bench.main'`)
    expect(await runLaws((sql) => db.all(sql), { desks })).toEqual(untouched.get(marketplace))
    expect(await db.all(`select * from duckdb_tables() where database_name = 'bench'`)).toEqual([])
    for (const desk of desks) await desk.close()
    await db.exec('detach bench')
  })
})

describe('what a kept answer of a law is told by', () => {
  it('names the artifacts that the law and its tables read, and the one that it speaks of', () => {
    const inner = { name: 'b', uses: [], reads: ['dwh.fct_orders'], select: async () => '' }
    const outer = { name: 'a', uses: [inner], select: 'select * from market.dim_channel as m' }
    const law = { stage: 'finance', sql: 'select r.x from a as r', uses: [outer] } as const
    expect(stagesRead(law)).toEqual(['dwh', 'market', 'finance'])
  })

  it('holds every assumption that the answer depends on', async () => {
    for (const [i, stage] of stageNames.entries()) {
      const group = laws.filter((law) => stagesRead(law).at(-1) === stage)
      if (group.length === 0) continue
      const known = [...stageNames.slice(0, i + 1), 'judgment'].map((name) => literal(name))
      const needed = group.flatMap(({ needs }) => needs).map((id) => id.replace('*', '%'))
      const likes = needed.map((id) => `or id like ${literal(id)}`).join(' ')
      const found = await runLaws((sql) => marketplace.db.all(sql), {
        only: group,
        assumed: `(select id, value from judgment.assumptions where stage in (${known}) ${likes})`,
      })
      const ids = new Set(group.map(({ id }) => id))
      const before = untouched.get(marketplace)!.filter(({ law_id }) => ids.has(law_id))
      expect(found, stage).toEqual(before)
    }
  })
})

describe('every law catches its fault, with exactly what is at stake', () => {
  it.each(laws.map((law) => [law.id, law] as const))('%s', async (_, law) => {
    const run = runFor(law)
    const { breaks, victim } = await faultOf(run, law)
    const before = saidBefore(run, law)
    const [after] = await run.broken(breaks, () => judge(run, [law]))
    expect(after!.violations, after!.sample).toBeGreaterThan(before.violations)
    expect(after!.sample).not.toContain('cannot be asked')
    if ('cents' in victim) {
      expect(victim.cents).toBeGreaterThan(0)
      expect(after!.amount_cents - before.amount_cents, after!.sample).toBe(victim.cents)
    } else {
      expect(after!.violations - before.violations, after!.sample).toBe(victim.rows)
    }
  })
})

describe('a law that rests on an assumption', () => {
  const resting = laws.filter(({ needs }) => needs.length > 0)

  it.each(resting.map((law) => [law.id, law] as const))(
    '%s is broken without it',
    async (_, law) => {
      const need = law.needs[0]!.replace('*', '%')
      const run = runFor(law)
      const [without] = await run.broken(
        `delete from judgment.assumptions where id in (
         select min(id) from judgment.assumptions where id like ${literal(need)})`,
        () => judge(run, [law]),
      )
      expect(without).toMatchObject({ severity: 'critical' })
      expect(without!.sample).toContain('lacks')
    },
  )

  it('none holds when all assumptions are gone', async () => {
    const found = await marketplace.broken('delete from judgment.assumptions', () =>
      judge(marketplace, resting),
    )
    expect(found.filter(({ violations }) => violations === 0)).toEqual([])
  })
})
