import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laws, runLaws } from '../../src/judgment/index.js'
import { dwhSchema } from '../../src/schema/dwh.js'
import { newFolder } from '../raw/harness.js'
import { ownFolder } from '../sources/harness.js'
import { writeWoocommerce } from '../sources/woocommerce-folder.js'
import { publishedInMemory, type RunInMemory } from './in-memory.js'
import { perturbationsOf } from './perturbations.js'

/** One in so many perturbations is tried. */
const EVERY = Number(process.env.CAUSEWAY_PERTURBATIONS ?? 16)

function woocommerce(): string {
  const dir = newFolder()
  writeWoocommerce(dir)
  return dir
}

const folders = {
  shopify: () => ownFolder('shopify'),
  columns: () => ownFolder('flat'),
  marketplace: () => ownFolder('marketplace'),
  woocommerce,
}

describe('the text of the files of every source', () => {
  const dirs: string[] = []
  const runs = new Map<string, RunInMemory>()
  beforeAll(async () => {
    for (const [name, folder] of Object.entries(folders)) {
      const dir = mkdtempSync(join(tmpdir(), 'causeway-export-'))
      dirs.push(dir)
      runs.set(name, await publishedInMemory(folder(), dir))
    }
  }, 240_000)
  afterAll(async () => {
    for (const run of runs.values()) await run.close()
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
  })
  const judge = (name: string, only = laws) =>
    runLaws((sql) => runs.get(name)!.db.all(sql), { only })

  it.each(Object.keys(folders))('%s: stands in the warehouse', async (name) => {
    const found = await judge(name)
    const broken = found.filter(({ impact, violations }) => impact !== 'reality' && violations > 0)
    expect(broken).toEqual([])
    const exports = found.filter(({ law_id }) => law_id.endsWith('_are_the_export'))
    expect(exports.length > 0).toBe(name !== 'marketplace')
  })

  it.each(['shopify', 'columns', 'woocommerce'])(
    '%s: a fact that is falsified is noticed',
    { timeout: 240_000 },
    async (name) => {
      const { fct_orders, fct_order_items, fct_payments } = dwhSchema
      const facts = { fct_orders, fct_order_items, fct_payments } as typeof dwhSchema
      const run = runs.get(name)!
      const missed: string[] = []
      const tried = perturbationsOf('dwh', facts).filter((_, i) => i % EVERY === 0)
      for (const { table, what, breaks, changes } of tried) {
        const [{ rows } = { rows: 0 }] = await run.db.all<{ rows: number }>(changes)
        if (rows === 0) continue
        const only = laws.filter(({ stage, impact }) => stage === 'dwh' && impact === 'pipeline')
        const found = await run.broken(breaks, () => judge(name, only))
        if (found.every(({ violations }) => violations === 0)) missed.push(`${table} ${what}`)
      }
      expect(missed).toEqual([])
    },
  )
})
