import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assumptions } from '../../src/assumptions/index.js'
import { attributionStage } from '../../src/attribution/index.js'
import { dwhStage } from '../../src/dwh/index.js'
import { Database } from '../../src/engine/index.js'
import { financeStage } from '../../src/finance/index.js'
import { assumedRows, type Law, laws, runLaws } from '../../src/judgment/index.js'
import { assumptionsInForce, marketStage } from '../../src/market/index.js'
import type { Stage } from '../../src/stage.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openEveryLine } from '../judgment/every-line.js'
import { makeUnruly } from '../marketplaces/unruly.js'
import type { MarketplaceUnder } from './marketplaces.js'

const SEED = 42
const stages: readonly Stage[] = [dwhStage, marketStage, attributionStage, financeStage]
const names = stages.map(({ name }) => name)

/** A little marketplace in memory whose stages can be made again with a fault in them. */
export class Pipeline {
  readonly #db: Database
  readonly #assumptions: Assumptions
  readonly #prints = new Map<string, string>()

  private constructor(db: Database, assumptions: Assumptions) {
    this.#db = db
    this.#assumptions = assumptions
  }

  static async make(of: MarketplaceUnder): Promise<Pipeline> {
    const dir = mkdtempSync(join(tmpdir(), 'causeway-mutants-'))
    try {
      const data = join(dir, 'data')
      const { marketplace } = of
      if (typeof marketplace === 'function') {
        mkdirSync(data)
        marketplace(data)
      } else await generateMarketplace({ dir: data, ...marketplace })
      if (of.isUnruly) makeUnruly(data)
      if (of.hasGaps) leaveGaps(join(data, 'marketing_spend.csv'))
      const workbench = openEveryLine(of.changes, {
        data,
        workbench: join(dir, 'w'),
        seed: SEED,
        threads: 1,
      })
      const { artifacts } = await workbench.run({ through: 'raw' })
      await workbench.close()
      const db = await Database.create(':memory:', { threads: 1 })
      await db.attach('published', join(workbench.dir, artifacts.raw!.file))
      await db.exec(`attach ':memory:' as raw`)
      for (const { name } of await db.all<{ name: string }>(
        `select table_name as name from duckdb_tables() where database_name = 'published'`,
      )) {
        await db.exec(`create table raw."${name}" as from published."${name}"`)
      }
      await db.exec('detach published')
      const declared = workbench.assumptions
      const pipeline = new Pipeline(db, declared)
      await pipeline.#from(0)
      for (const name of names) pipeline.#prints.set(name, await pipeline.#printOf(name))
      const broken = await pipeline.#broken(() => true)
      if (broken) throw new Error(`The pipeline breaks a law without a fault: ${broken}`)
      return pipeline
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }

  /**
   * Makes a stage, and those behind it as far as need be, with a fault in them.
   *
   * @param swap what stands in a statement instead of what stood there
   * @param isShared whether the fault is in code of several stages, so that one alone shows nothing
   * @returns the law that breaks, `refused`, or the tables that differ; undefined where none does
   */
  async faulty(
    stage: string,
    swap: (sql: string) => string,
    isShared = false,
  ): Promise<{ killed: boolean; by: string } | undefined> {
    const exec = Database.prototype.exec
    const changed: string[] = []
    for (const name of names.slice(names.indexOf(stage as never))) {
      this.#db.exec = (sql) => exec.call(this.#db, swap(sql))
      try {
        await this.#make(name)
      } catch (error) {
        if (/Parser Error|Binder Error|Catalog Error/.test(String(error))) throw error
        return { killed: true, by: `refused: ${String(error).split('\n')[0]!.slice(0, 100)}` }
      } finally {
        this.#db.exec = (sql) => exec.call(this.#db, sql)
      }
      if ((await this.#printOf(name)) !== this.#prints.get(name)) {
        changed.push(name)
        const broken = await this.#broken((law) => law.stage === name)
        if (broken) return { killed: true, by: broken }
      } else if (changed.length === 0 && !isShared) return undefined
    }
    if (changed.length === 0) return undefined
    const broken = await this.#broken((law) => !changed.includes(law.stage))
    return broken
      ? { killed: true, by: broken }
      : { killed: false, by: `differs: ${changed.join(', ')}` }
  }

  /** Makes what a fault changed as it was. */
  async restore(stage: string): Promise<void> {
    await this.#from(names.indexOf(stage as never))
  }

  async #from(first: number): Promise<void> {
    for (const name of names.slice(first)) await this.#make(name)
  }

  async #make(name: string): Promise<void> {
    const stage = stages.find((other) => other.name === name)!
    await this.#db.exec('use memory')
    await this.#dropTemporary()
    await this.#db.exec(`detach database if exists ${name}`)
    await this.#db.exec(`attach ':memory:' as ${name}`)
    await this.#db.exec(`use ${name}`)
    await stage.build({
      db: this.#db,
      assumptions: stage === stages[0] ? this.#assumptions : await this.#inForce(),
      seed: SEED,
      inputs: { dataDir: '', allowRejects: false },
      progress: () => {},
    } as never)
    await this.#db.exec('use memory')
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

  async #printOf(stage: string): Promise<string> {
    const tables = await this.#db.all<{ name: string }>(
      `select table_name as name from duckdb_tables() where database_name = '${stage}' and not temporary order by name`,
    )
    const prints = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*) as rows, cast(sum(cast(hash(t) as hugeint)) as varchar) as print from ${stage}.${name} as t`,
    )
    return JSON.stringify(await this.#db.all(prints.join(' union all ')))
  }

  /** A law of the pipeline that is broken; those that saw the latest faults are asked first. */
  async #broken(isAsked: (law: Law) => boolean): Promise<string | undefined> {
    const rows = assumedRows(await this.#inForce(), SEED)
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
    const assumed = `(select * from (values ${rows.map(({ id, value }) => `(${quoted(id)}, ${quoted(value)})`).join(', ')}) as listed (id, value))`
    const planned = `(select '' as channel, date '1970-01-01' as date, 0 as spend_cents where false)`
    const judged = byLatest.filter((law) => law.impact === 'pipeline' && isAsked(law))
    for (const only of [judged.slice(0, 3), ...chunks(judged.slice(3), 12)]) {
      const found = await runLaws((sql) => this.#db.all(sql), { assumed, planned, only })
      const broken = found.find(({ violations }) => violations > 0)
      if (!broken) continue
      const law = byLatest.find(({ id }) => id === broken.law_id)!
      byLatest.splice(byLatest.indexOf(law), 1)
      byLatest.unshift(law)
      return `${broken.law_id}: ${broken.sample.slice(0, 60)}`
    }
    return undefined
  }
}

/** All laws, the one that broke last first. */
const byLatest = [...laws]

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}

/** Takes every ninth line out of a file of spend, and the clicks from every seventh of its first channel. */
function leaveGaps(path: string): void {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const [date, channel, spend, impressions, clicks] = header!.split(',')
  if (`${date},${channel},${spend},${impressions},${clicks}` !== header) throw new Error(header)
  const first = lines[0]!.split(',')[1]
  const kept = lines.filter((_, i) => i % 9 !== 4)
  const told = kept.map((line, i) => {
    const cells = line.split(',')
    return cells[1] === first && i % 7 === 3 ? [...cells.slice(0, 4), ''].join(',') : line
  })
  writeFileSync(path, `${[header, ...told].join('\n')}\n`)
}
