import type { Database, SqlSource } from '../../src/engine/index.js'
import { Declared } from '../../src/judgment/declared.js'
import { type Law, laws, runLaws } from '../../src/judgment/index.js'
import type { WorkingTable } from '../../src/judgment/working/working-table.js'

/** All laws of the pipeline, the one that broke last first. */
const byLatest = laws.filter(({ impact }) => impact === 'pipeline')

/** SELECTs, in brackets, of what a run was made with. */
export interface MadeWith {
  readonly assumed: string
  readonly planned: string
}

/**
 * Laws over tables of which few change from one question to the next: working tables that read none of
 * what changed stand as they were.
 */
export class WarmLaws {
  readonly #db: Database
  readonly #tables = new Map<string, WorkingTable>()
  readonly #asked: ReadonlySet<string>
  #isWarm = false

  private constructor(db: Database, asked: ReadonlySet<string>) {
    this.#db = db
    this.#asked = asked
  }

  /** @throws Error where a law is broken as it is */
  static async make(db: Database, under: MadeWith): Promise<WarmLaws> {
    const found = await runLaws((sql) => db.all(sql), { ...under, only: byLatest })
    const broken = found
      .filter(({ violations }) => violations > 0)
      .map(({ law_id, sample }) => `${law_id}: ${sample}`)
    if (broken.length > 0) throw new Error(`Broken without a fault: ${broken.join('; ')}`)
    return new WarmLaws(db, new Set(found.map(({ law_id }) => law_id)))
  }

  /** Makes every working table, where they do not stand yet. */
  async warmUp(under: () => Promise<MadeWith>): Promise<void> {
    if (this.#isWarm) return
    const { assumed, planned } = await under()
    await this.#make('assumed', `select id, value from ${assumed}`)
    await this.#make('planned', `select channel, date, spend_cents from ${planned}`)
    for (const law of byLatest) {
      if (!this.#asked.has(law.id)) continue
      for (const table of law.uses) await this.#lay(table)
    }
    this.#isWarm = true
  }

  /** Forgets the working tables: somebody else dropped them. */
  coolDown(): void {
    this.#tables.clear()
    this.#isWarm = false
  }

  /** Laws of a stage that were asked, those that name one of some tables first, then the latest broken. */
  reading(stage: string, tables: ReadonlySet<string>): Law[] {
    const read = byLatest.filter(
      (law) => law.stage === stage && this.#asked.has(law.id) && reads(textOf(law), tables),
    )
    return [
      ...read.filter(({ sql }) => reads(sql, tables)),
      ...read.filter(({ sql }) => !reads(sql, tables)),
    ]
  }

  /**
   * The first of some laws that is broken, with the violation. What is made for it goes with the
   * transaction.
   *
   * @param changed tables that are not what they were
   */
  async firstBroken(asked: readonly Law[], changed: ReadonlySet<string>) {
    const made = new Set<string>()
    for (const law of asked) {
      for (const table of law.uses) await this.#renew(table, changed, made)
      const sample = await this.#violation(law)
      if (sample === undefined) continue
      latest(law)
      return `${law.id}: ${sample.slice(0, 60)}`
    }
    return undefined
  }

  /** One violation of a law; a law that cannot be asked is broken. */
  async #violation(law: Law): Promise<string | undefined> {
    try {
      const [found] = await this.#db.all<{ sample: string | null }>(
        `select cast(sample as varchar) as sample from (${law.sql}) as violations limit 1`,
      )
      return found && (found.sample ?? '')
    } catch (error) {
      return `cannot be asked: ${String(error).split('\n')[0]}`
    }
  }

  async #lay(table: WorkingTable): Promise<void> {
    if (this.#tables.has(table.name)) return
    for (const used of table.uses) await this.#lay(used)
    this.#tables.set(table.name, table)
    await this.#make(table.name, await this.#select(table))
  }

  async #renew(table: WorkingTable, changed: ReadonlySet<string>, made: Set<string>) {
    if (made.has(table.name) || !reads(textOfTable(table), changed)) return
    made.add(table.name)
    for (const used of table.uses) await this.#renew(used, changed, made)
    await this.#make(table.name, await this.#select(table))
  }

  async #select({ select }: WorkingTable): Promise<string> {
    if (typeof select === 'string') return select
    const ask: SqlSource['rows'] = (sql) => this.#db.all(sql)
    return select(ask, await Declared.read(ask))
  }

  async #make(name: string, sql: string): Promise<void> {
    await this.#db.exec(`create or replace temporary table ${name} as ${sql}`)
  }
}

/** Notes that a law broke: it is asked early from now on. */
export function latest(law: Law): void {
  byLatest.splice(byLatest.indexOf(law), 1)
  byLatest.unshift(law)
}

/** Everything that a law reads, as text. */
const textOf = ({ sql, uses }: Law) => [sql, ...uses.map(textOfTable)].join('\n')

function textOfTable({ select, reads = [], uses }: WorkingTable): string {
  const own = typeof select === 'string' ? select : reads.join(' ')
  return [own, ...uses.map(textOfTable)].join('\n')
}

const named = new Map<string, ReadonlySet<string>>()

/** Whether a text names one of some tables, each by its artifact and name. */
function reads(text: string, tables: ReadonlySet<string>): boolean {
  const found =
    named.get(text) ?? new Set([...text.matchAll(/\b[a-z]+\.[a-z]\w*/g)].map(([name]) => name))
  named.set(text, found)
  return [...tables].some((name) => found.has(name))
}
