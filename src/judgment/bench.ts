import type { SqlSource, Task } from '../engine/index.js'
import { Declared } from './declared.js'
import type { Law } from './law.js'
import type { WorkingTable } from './working/working-table.js'

/** Where the assumptions in force and a plan given by hand are read from. */
export interface JudgedUnder {
  /** A table, or a SELECT in brackets, of (id, value as text). Default `judgment.assumptions`. */
  readonly assumed?: string
  /** A table, or a SELECT in brackets, of (channel, date, spend_cents). Default `judgment.spend_plan`. */
  readonly planned?: string
}

/** What a judge needs of a connection: it answers SQL, and may measure what it does. */
export interface Desk extends SqlSource {
  measured?<T>(kind: 'law' | 'working table', name: string, work: () => Promise<T>): Promise<T>
  /** Where working tables are made and laws are asked, if not by the connection itself. */
  readonly elsewhere?: Elsewhere | undefined
}

/** An engine beside the connection, which sees what it makes. */
export interface Elsewhere {
  makeTable(name: string, select: string): Promise<void>
  /**
   * The few rows of a SELECT.
   *
   * @param question what is asked, by a name of its own
   */
  answer<T>(question: string, select: string): Promise<T[]>
}

/** How often a law is broken, the cents at stake, and up to three violations by name. */
export interface Violations {
  readonly violations: number
  readonly amountCents: number
  readonly sample: string
  /** False where the law could not be asked. */
  readonly isAsked: boolean
}

/** Where working tables stand: with the one connection, or where all connections see them. */
export type Place = 'temp' | 'bench'

/**
 * The tables that laws work with while they judge: the assumptions and the working tables, each made
 * once. {@link Bench.clear} drops them.
 */
export class Bench {
  readonly #desk: Desk
  readonly #declared: Declared
  readonly #place: Place
  readonly #made = new Set(['assumed', 'planned'])
  /** Why a working table could not be made, by its name. */
  readonly #failed = new Map<string, string>()

  private constructor(desk: Desk, declared: Declared, place: Place) {
    this.#desk = desk
    this.#declared = declared
    this.#place = place
  }

  /**
   * Lays out the assumptions and the plan.
   *
   * @param place `bench`: an attached database of that name, which every desk looks into
   */
  static async open(desk: Desk, place: Place, under: JudgedUnder = {}): Promise<Bench> {
    const { assumed = 'judgment.assumptions', planned = 'judgment.spend_plan' } = under
    const make = (name: string, columns: string, from: string) =>
      makeTable(desk, place, name, `select ${columns} from ${from} as given`)
    await make('assumed', 'id, value', assumed)
    await make('planned', 'channel, date, spend_cents', planned)
    const declared = await Declared.read((sql) => desk.rows(sql), `${place}.main.assumed`)
    return new Bench(desk, declared, place)
  }

  get declared(): Declared {
    return this.#declared
  }

  /** The work of judging by some laws: every working table once, and the laws that wait for them. */
  tasks(laws: readonly Law[], found: (law: Law, violations: Violations) => void): Task<Desk>[] {
    const tables = new Map<string, WorkingTable>()
    const collect = (table: WorkingTable) => {
      if (tables.has(table.name)) return
      for (const used of table.uses) collect(used)
      tables.set(table.name, table)
    }
    return laws.flatMap((law) => {
      const before = tables.size
      // A law that lacks an assumption is broken as it is: its tables could not be made.
      const uses = this.#declared.missing(law.needs).length > 0 ? [] : law.uses
      for (const table of uses) collect(table)
      const added = [...tables.values()].slice(before)
      return [
        ...added.map((table) => this.#tableTask(table)),
        {
          name: law.id,
          needs: uses.map(({ name }) => name),
          work: async (desk: Desk) => {
            const judged = () => this.#violationsOf(law, desk)
            found(law, await measured(desk, 'law', law.id, judged))
          },
        },
      ]
    })
  }

  /** Drops what was made; what stands elsewhere goes with its engine. */
  async clear(): Promise<void> {
    if (this.#desk.elsewhere) return
    for (const name of this.#made) {
      await this.#desk.rows(`drop table if exists ${this.#place}.main.${name}`)
    }
    this.#made.clear()
  }

  #tableTask(table: WorkingTable): Task<Desk> {
    const { name, uses } = table
    return {
      name,
      needs: uses.map((used) => used.name),
      work: (desk) => measured(desk, 'working table', name, () => this.#make(table, desk)),
    }
  }

  async #make({ name, uses, select }: WorkingTable, desk: Desk): Promise<void> {
    try {
      this.#refuseFailed(uses)
      const sql =
        typeof select === 'string'
          ? select
          : await select((query) => desk.rows(query), this.#declared)
      this.#made.add(name)
      await makeTable(desk, this.#place, name, sql)
    } catch (error) {
      this.#failed.set(name, (error as Error).message)
    }
  }

  /** Judges by one law. A law that lacks an assumption, or can't be asked, is broken and says why. */
  async #violationsOf(law: Law, desk: Desk): Promise<Violations> {
    const missing = this.#declared.missing(law.needs)
    if (missing.length > 0) return broken(missing.length, `lacks ${missing.slice(0, 3).join('; ')}`)
    try {
      this.#refuseFailed(law.uses)
      return await count(desk, law)
    } catch (error) {
      return broken(1, `cannot be asked: ${(error as Error).message.split('\n')[0]}`)
    }
  }

  #refuseFailed(tables: readonly WorkingTable[]): void {
    for (const { name } of tables) {
      const reason = this.#failed.get(name)
      if (reason !== undefined) throw new Error(reason)
    }
  }
}

async function makeTable(desk: Desk, place: Place, name: string, sql: string): Promise<void> {
  if (desk.elsewhere) return desk.elsewhere.makeTable(name, sql)
  const table = place === 'temp' ? `temporary table ${name}` : `table bench.main.${name}`
  await desk.rows(`create or replace ${table} as ${sql}`)
}

function measured<T>(
  desk: Desk,
  kind: 'law' | 'working table',
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  return desk.measured ? desk.measured(kind, name, work) : work()
}

function answer<T>(desk: Desk, question: string, select: string): Promise<T[]> {
  return desk.elsewhere ? desk.elsewhere.answer<T>(question, select) : desk.rows<T>(select)
}

/** Which violations there are is asked where there is one. */
async function count(desk: Desk, { id, sql }: Law): Promise<Violations> {
  const [found] = await answer<{ violations: number; amount_cents: number }>(
    desk,
    id,
    `
    select count(*) as violations,
      cast(coalesce(sum(abs(amount_cents)), 0) as bigint) as amount_cents
    from (${sql}) as violations`,
  )
  const { violations, amount_cents } = found!
  const sample = violations === 0 ? '' : await gravest(desk, id, sql)
  return { violations, amountCents: amount_cents, sample, isAsked: true }
}

/** The names of the three violations with the most money at stake. */
async function gravest(desk: Desk, id: string, sql: string): Promise<string> {
  const rows = await answer<{ sample: string | null }>(
    desk,
    `${id}.sample`,
    `
    select sample from (${sql}) as violations
    order by abs(amount_cents) desc, sample limit 3`,
  )
  return rows.flatMap(({ sample }) => sample ?? []).join('; ')
}

const broken = (violations: number, sample: string) => ({
  violations,
  amountCents: 0,
  sample,
  isAsked: false,
})
