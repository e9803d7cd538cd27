import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench, type Workbench } from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-kept-'))
let base: Workbench

beforeAll(async () => {
  await generateMarketplace({ dir: join(dir, 'data'), orders: 300, seed: 5 })
  base = openWorkbench({ data: join(dir, 'data'), workbench: join(dir, 'workbench') })
  await base.run()
}, 240_000)

afterAll(async () => {
  await base.close()
  rmSync(dir, { recursive: true })
})

const found = (workbench: Workbench) =>
  workbench.rows('select * from judgment.laws order by law_id')

async function keptOf(workbench: Workbench, fresh = false): Promise<number> {
  const { stages } = await workbench.run({ fresh })
  return stages.find(({ stage }) => stage === 'judgment')!.kept
}

/** How many laws of some stages the run was asked. */
async function lawsOf(stages: readonly string[]): Promise<number> {
  const rows = await base.rows<{ stage: string }>('select stage from judgment.laws')
  return rows.filter(({ stage }) => stages.includes(stage)).length
}

it.each([
  ['finance', { 'finance.carrier_cost_bps': 13_000 }, ['raw', 'dwh', 'market', 'attribution']],
  ['attribution', { 'attribution.direct_demand_bps': 4000 }, ['raw', 'dwh', 'market']],
  ['market', { 'market.funnel_loss_bps': 1234 }, ['raw', 'dwh']],
])(
  'a change of %s asks only the laws that it touches, and finds what all would',
  async (_, changes, stages) => {
    const changed = base.assume(changes)
    const kept = await keptOf(changed)
    const asked = await lawsOf(stages)
    expect(kept).toBeGreaterThan(0.9 * asked)
    expect(kept).toBeLessThanOrEqual(asked)
    const once = await found(changed)
    const anew = base.assume(changes)
    expect(await keptOf(anew, true)).toBe(0)
    expect(await found(anew)).toEqual(once)
  },
  240_000,
)

it('tells how many were kept, and does without a file that cannot be read', async () => {
  const file = join(dir, 'workbench', 'kept.json')
  const outcome = await base.assume({ 'finance.carrier_cost_bps': 12_999 }).run()
  expect(outcome.lines().at(-1)).toMatch(/, \d+ laws as judged before$/)
  for (const content of ['{"version": 1', '{"version": 99, "results": []}', '{}', 'null']) {
    writeFileSync(file, content)
    const bps = 13_100 + content.length
    expect(await keptOf(base.assume({ 'finance.carrier_cost_bps': bps }))).toBe(0)
    expect(JSON.parse(readFileSync(file, 'utf8')).results.length).toBeGreaterThan(50)
  }
}, 240_000)

it('gives the verdict before the rest of the run, to the cent that of the whole', async () => {
  const changed = base.assume({ 'finance.carrier_cost_bps': 11_111 })
  const told: string[] = []
  const { verdict, whole } = await changed.quick({ onProgress: ({ stage }) => told.push(stage) })
  expect(told).not.toContain('judgment')
  const { stages } = await whole
  expect(stages.map(({ stage }) => stage)).toContain('judgment')
  expect(await changed.rows('select * from finance.verdict')).toEqual([verdict])
  const again = await changed.quick()
  expect(again.verdict).toEqual(verdict)
  const wrong = openWorkbench({ data: join(dir, 'nothing'), workbench: join(dir, 'workbench') })
  await expect(wrong.quick()).rejects.toThrow('nothing')
}, 240_000)

it('asks the run nothing more once it has given the verdict, so that it can be closed', async () => {
  const changed = base.assume({ 'finance.carrier_cost_bps': 11_222 })
  const asked = vi.spyOn(changed, 'rows')
  const { whole } = await changed.quick()
  await whole
  await changed.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).not.toHaveBeenCalled()
}, 240_000)

it('is no answer over an artifact that was changed since', async () => {
  const workbench = join(dir, 'changed')
  const first = openWorkbench({ data: join(dir, 'data'), workbench })
  await first.run()
  await first.close()
  const file = join(workbench, readdirSync(workbench).find((name) => name.startsWith('dwh-'))!)
  chmodSync(file, 0o644)
  const db = await Database.create(file)
  await db.run('update fct_order_items set price_cents = price_cents + 1')
  await db.close()
  const scenario = openWorkbench({ workbench }).assume({ 'finance.carrier_cost_bps': 12_345 })
  await expect(scenario.run()).rejects.toThrow(/published.*--fresh/)
}, 240_000)
