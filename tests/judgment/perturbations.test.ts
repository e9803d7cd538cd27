import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Law, laws, runLaws } from '../../src/judgment/index.js'
import type { WorkingTable } from '../../src/judgment/working/working-table.js'
import { attributionSchema } from '../../src/schema/attribution.js'
import { dwhSchema } from '../../src/schema/dwh.js'
import { financeSchema } from '../../src/schema/finance.js'
import { marketSchema } from '../../src/schema/market.js'
import { type RunInMemory, runInMemory } from './in-memory.js'
import { type Perturbation, perturbationsOf } from './perturbations.js'
import { unseen } from './unseen.js'

/** One in so many perturbations is tried; CAUSEWAY_PERTURBATIONS=1 tries them all. */
const EVERY = Number(process.env.CAUSEWAY_PERTURBATIONS ?? 16)

const schemas = {
  dwh: dwhSchema,
  market: marketSchema,
  attribution: attributionSchema,
  finance: financeSchema,
}

let run: RunInMemory

beforeAll(async () => {
  run = await runInMemory()
}, 240_000)

afterAll(() => run?.close())

/** Everything that a law reads, as text. */
function textOf({ sql, uses }: { sql: string; uses: readonly WorkingTable[] }): string {
  const used = uses.map((table) => {
    const select = typeof table.select === 'string' ? table.select : (table.reads ?? []).join(' ')
    return textOf({ sql: select, uses: table.uses })
  })
  return [sql, ...used].join('\n')
}

/** The laws that read a table, those that name it themselves first. */
function readersOf(table: string): Law[] {
  const names = (text: string) => new RegExp(`${table.replace('.', '\\.')}\\b`).test(text)
  const read = laws.filter((law) => law.impact === 'pipeline' && names(textOf(law)))
  return [...read.filter(({ sql }) => names(sql)), ...read.filter(({ sql }) => !names(sql))]
}

/** A law that could not be asked ends the transaction that the falsified tables stand in. */
function refused(error: Error): undefined {
  if (!/transaction is aborted/.test(error.message)) throw error
}

async function isNoticed({ table, breaks }: Perturbation): Promise<boolean> {
  return run.broken(breaks, async () => {
    const readers = readersOf(table)
    for (let i = 0; i < readers.length; i += 4) {
      const only = readers.slice(i, i + 4)
      const found = await runLaws((sql) => run.db.all(sql), { only }).catch(refused)
      if (found === undefined || found.some(({ violations }) => violations > 0)) return true
    }
    return false
  })
}

describe('whatever is falsified in a published table, some law notices', () => {
  for (const [artifact, schema] of Object.entries(schemas)) {
    it(`${artifact} (one in ${EVERY})`, { timeout: 3_600_000 }, async () => {
      const tried = perturbationsOf(artifact, schema).filter((_, i) => i % EVERY === 0)
      const missed: string[] = []
      for (const perturbation of tried) {
        const name = `${perturbation.table} ${perturbation.what}`
        if (unseen(name) !== undefined) continue
        const [{ rows } = { rows: 0 }] = await run.db.all<{ rows: number }>(perturbation.changes)
        if (rows > 0 && !(await isNoticed(perturbation))) missed.push(name)
      }
      expect(missed).toEqual([])
    })
  }
})
