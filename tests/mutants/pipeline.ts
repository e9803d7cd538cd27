import type { Assumptions } from '../../src/assumptions/index.js'
import { attributionStage } from '../../src/attribution/index.js'
import { dwhStage } from '../../src/dwh/index.js'
import { Database, type Engine, literal } from '../../src/engine/index.js'
import { financeStage } from '../../src/finance/index.js'
import { assumedRows, runLaws } from '../../src/judgment/index.js'
import { assumptionsInForce, marketStage } from '../../src/market/index.js'
import type { Stage } from '../../src/stage.js'

import { loadedInMemory } from './loaded-in-memory.js'
import { isNamed, type MadeTable, makeAgain, noting, reachedBy, type Swap } from './made-tables.js'

import type { MarketplaceUnder } from './marketplaces.js'
import { type MadeWith, WarmLaws } from './warm-laws.js'

const SEED = 42
const stages: readonly Stage[] = [dwhStage, marketStage, attributionStage, financeStage]
const names = stages.map(({ name }) => name)

/** Tables of dwh that are written by code from what the models made, so that they lag behind a fault. */
const BESIDE_MODELS = ['dwh.integrity_checks', 'dwh.source_notes', 'dwh.dim_date']

/** The stages that call `money` and `response`. */
const SHARING = ['market', 'attribution']

/** What became of a fault: seen or not, by whom. */
export interface Found {
  readonly killed: boolean
  readonly by: string
}

/** A little marketplace in memory whose stages can be made again with a fault in them. */
export class Pipeline {
  readonly #db: Database
  readonly #assumptions: Assumptions
  /** What every stage makes by SELECTs. */
  readonly #made = new Map<string, MadeTable[]>()
  /** The fingerprint of every table, as artifact.table or, where it is temporary, as it is named. */
  #prints = new Map<string, string>()
  /** The stage whose working tables stand. */
  #standing = ''
  #laws!: WarmLaws

  private constructor(db: Database, assumptions: Assumptions) {
    this.#db = db
    this.#assumptions = assumptions
  }

  static async make(of: MarketplaceUnder): Promise<Pipeline> {
    const { db, assumptions } = await loadedInMemory(of, SEED)
    const pipeline = new Pipeline(db, assumptions)
    await withMutant('', () => pipeline.#makeAll(names))
    pipeline.#laws = await WarmLaws.make(db, await pipeline.#madeWith())
    return pipeline
  }

  /**
   * Makes a stage, and those behind it as far as need be, with a fault in them, and mends them again.
   *
   * @param fault what stands in a statement instead of what stood there, or the id of a fault in code
   * @param isShared whether the fault is in code that several stages call
   * @returns the law that breaks, `refused`, or the tables that differ; undefined where none does
   */
  async faulty(stage: string, fault: Swap | string, isShared = false): Promise<Found | undefined> {
    for (const name of isShared ? SHARING : [stage]) {
      const found = await this.#alone(name, fault)
      if (found === undefined) continue
      return found === 'unseen' ? await this.#through(name, fault) : found
    }
    return undefined
  }

  /** One stage with a fault, judged by the laws that speak of it and read what the fault changes. */
  async #alone(stage: string, fault: Swap | string): Promise<Found | 'unseen' | undefined> {
    const isSql = typeof fault !== 'string'
    if (isSql && !this.#made.get(stage)!.some(({ sql }) => fault(sql) !== sql)) return undefined
    if (isSql && this.#standing !== stage) await this.#make(stage)
    await this.#laws.warmUp(() => this.#madeWith())
    await this.#db.exec(`use ${stage}; begin transaction`)
    try {
      const changed = new Set<string>()
      const broken = isSql
        ? await this.#remake(stage, fault, changed)
        : await this.#rebuild(stage, fault, changed)
      return broken ? { killed: true, by: broken } : changed.size > 0 ? 'unseen' : undefined
    } catch (error) {
      return refusal(error)
    } finally {
      await this.#db.exec('rollback; use memory')
    }
  }

  /** The SELECTs that a fault reaches; a law is asked as soon as all that it reads is as it will be. */
  async #remake(stage: string, swap: Swap, changed: Set<string>) {
    const reached = reachedBy(this.#made.get(stage)!, swap)
    const late = new Set(
      reached.filter(({ kind }) => kind === 'published').map(({ name }) => `${stage}.${name}`),
    )
    for (const name of BESIDE_MODELS) late.add(name)
    const asked = new Set<string>()
    const differs = new Set<string>()
    for (const table of reached) {
      const { name, sql, kind } = table
      const full = kind === 'published' ? `${stage}.${name}` : name
      late.delete(full)
      if (swap(sql) === sql && ![...differs].some((other) => isNamed(sql, other))) continue
      await makeAgain(this.#db, table, swap(sql))
      if (kind !== 'view' && (await this.#printOf(full)) === this.#prints.get(full)) continue
      differs.add(name)
      if (kind !== 'published') continue
      changed.add(full)
      const waiting = new Set(this.#laws.reading(stage, late))
      const ready = this.#laws
        .reading(stage, changed)
        .filter((law) => !waiting.has(law) && !asked.has(law.id))
      for (const { id } of ready) asked.add(id)
      const broken = await this.#laws.firstBroken(ready, changed)
      if (broken) return broken
    }
    return undefined
  }

  /** The whole stage, by its code. */
  async #rebuild(stage: string, fault: string, changed: Set<string>) {
    for (const name of await this.#tablesOf(stage)) await this.#db.exec(`drop table ${name}`)
    await withMutant(fault, () => this.#build(stage, this.#db))
    for (const name of await this.#tablesOf(stage)) {
      if ((await this.#printOf(name)) !== this.#prints.get(name)) changed.add(name)
    }
    return this.#laws.firstBroken(this.#laws.reading(stage, changed), changed)
  }

  /** All stages from one on with a fault, judged by all laws. */
  async #through(stage: string, fault: Swap | string): Promise<Found> {
    const exec = Database.prototype.exec
    const [swap, mutant] = typeof fault === 'string' ? [(sql: string) => sql, fault] : [fault, '']
    const stagesLeft = names.slice(names.indexOf(stage as never))
    const before = this.#prints
    this.#prints = new Map(before)
    this.#laws.coolDown()
    try {
      this.#db.exec = (sql) => exec.call(this.#db, swap(sql))
      await withMutant(mutant, () => this.#makeAll(stagesLeft))
      this.#db.exec = (sql) => exec.call(this.#db, sql)
      const differ = [...this.#prints].filter(([name, print]) => before.get(name) !== print)
      const found = await runLaws((sql) => this.#db.all(sql), await this.#madeWith())
      const broken = found.find(({ impact, violations }) => impact === 'pipeline' && violations > 0)
      return broken
        ? { killed: true, by: `${broken.law_id}: ${broken.sample.slice(0, 60)}` }
        : { killed: false, by: `differs: ${differ.map(([name]) => name).join(', ')}` }
    } catch (error) {
      return refusal(error)
    } finally {
      this.#db.exec = (sql) => exec.call(this.#db, sql)
      await this.#makeAll(stagesLeft)
    }
  }

  async #makeAll(stagesLeft: readonly string[]): Promise<void> {
    for (const name of stagesLeft) await this.#make(name)
  }

  /** Makes a stage anew, and notes what it makes and how that looks. */
  async #make(stage: string): Promise<void> {
    await this.#db.exec('use memory')
    await this.#dropTemporary()
    this.#laws?.coolDown()
    await this.#db.exec(
      `detach database if exists ${stage}; attach ':memory:' as ${stage}; use ${stage}`,
    )
    const made: MadeTable[] = []
    this.#made.set(stage, made)
    await this.#build(stage, noting(this.#db, made))
    const temporary = made.filter(({ kind }) => kind === 'temporary').map(({ name }) => name)
    for (const name of [...(await this.#tablesOf(stage)), ...temporary]) {
      this.#prints.set(name, await this.#printOf(name))
    }
    this.#standing = stage
    await this.#db.exec('use memory')
  }

  async #build(name: string, engine: Engine): Promise<void> {
    const stage = stages.find((other) => other.name === name)!
    await stage.build({
      db: this.#db,
      engine,
      assumptions: stage === stages[0] ? this.#assumptions : await this.#inForce(),
      seed: SEED,
      inputs: { dataDir: '', allowRejects: false },
      progress: () => {},
    })
  }

  /** Stages leave their working tables to the end of their connection; here one serves many. */
  async #dropTemporary(): Promise<void> {
    const found = await this.#db.all<{ name: string }>(
      'select table_name as name from duckdb_tables() where temporary',
    )
    for (const { name } of found) await this.#db.exec(`drop table temp.main."${name}"`)
  }

  #inForce(): Promise<Assumptions> {
    return assumptionsInForce({ assumptions: this.#assumptions, rows: (sql) => this.#db.all(sql) })
  }

  async #madeWith(): Promise<MadeWith> {
    const rows = assumedRows(await this.#inForce(), SEED)
    const listed = rows.map(({ id, value }) => `(${literal(id)}, ${literal(value)})`).join(', ')
    return {
      assumed: `(select * from (values ${listed}) as listed (id, value))`,
      planned: `(select '' as channel, date '1970-01-01' as date, 0 as spend_cents where false)`,
    }
  }

  async #tablesOf(stage: string): Promise<string[]> {
    const tables = await this.#db.all<{ name: string }>(
      `select table_name as name from duckdb_tables()
       where database_name = '${stage}' and not temporary order by name`,
    )
    return tables.map(({ name }) => `${stage}.${name}`)
  }

  async #printOf(table: string): Promise<string> {
    const [print] = await this.#db.all(
      `select count(*) as rows, cast(sum(cast(hash(t) as hugeint)) as varchar) as print from ${table} as t`,
    )
    return JSON.stringify(print)
  }
}

/** Does something with a fault awake that sleeps in the code. */
async function withMutant(id: string, work: () => Promise<void>): Promise<void> {
  wake(id)
  try {
    await work()
  } finally {
    wake('')
  }
}

/** Wakes a mutant, or none; what modules worked out when they were loaded is worked out anew. */
function wake(mutant: string): void {
  const { again } = Object.assign(globalThis as { again?: (() => void)[] }, { mutant })
  for (const workOut of again ?? []) workOut()
}

/** @throws the error where the faulty statement is no SQL */
function refusal(error: unknown): Found {
  if (/Parser Error|Binder Error|Catalog Error/.test(String(error))) throw error
  return { killed: true, by: `refused: ${String(error).split('\n')[0]!.slice(0, 100)}` }
}
