import type { SqlSource } from '../engine/index.js'
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

/** Does a piece of work, and may measure it. */
export type Measured = <T>(
  kind: 'law' | 'working table',
  name: string,
  work: () => Promise<T>,
) => Promise<T>

export const unmeasured: Measured = (_kind, _name, work) => work()

/** How often a law is broken, the cents at stake, and up to three violations by name. */
export interface Violations {
  readonly violations: number
  readonly amountCents: number
  readonly sample: string
}

/**
 * The tables that laws work with while they judge: the assumptions and the working tables, each made
 * once, when the first law needs it. They are temporary; {@link Bench.clear} drops them.
 */
export class Bench {
  readonly #ask: SqlSource['rows']
  readonly #declared: Declared
  readonly #measured: Measured
  readonly #made = new Set<string>()

  private constructor(ask: SqlSource['rows'], declared: Declared, measured: Measured) {
    this.#ask = ask
    this.#declared = declared
    this.#measured = measured
  }

  static async open(
    ask: SqlSource['rows'],
    under: JudgedUnder = {},
    measured = unmeasured,
  ): Promise<Bench> {
    const { assumed = 'judgment.assumptions', planned = 'judgment.spend_plan' } = under
    const make = (name: string, columns: string, from: string) =>
      ask(`create or replace temporary table ${name} as select ${columns} from ${from} as given`)
    await make('assumed', 'id, value', assumed)
    await make('planned', 'channel, date, spend_cents', planned)
    const bench = new Bench(ask, await Declared.read(ask), measured)
    bench.#made.add('assumed').add('planned')
    return bench
  }

  /** Judges by one law. A law that lacks an assumption, or can't be asked, is broken and says why. */
  async violationsOf(law: Law): Promise<Violations> {
    const missing = this.#declared.missing(law.needs)
    if (missing.length > 0) return broken(missing.length, `lacks ${missing.slice(0, 3).join('; ')}`)
    try {
      for (const table of law.uses) await this.#make(table)
      return await this.#count(law.sql)
    } catch (error) {
      return broken(1, `cannot be asked: ${(error as Error).message.split('\n')[0]}`)
    }
  }

  /** Drops what was made. */
  async clear(): Promise<void> {
    for (const name of this.#made) await this.#ask(`drop table if exists temp.main.${name}`)
    this.#made.clear()
  }

  async #make({ name, uses, select }: WorkingTable): Promise<void> {
    if (this.#made.has(name)) return
    for (const table of uses) await this.#make(table)
    await this.#measured('working table', name, async () => {
      const sql = typeof select === 'string' ? select : await select(this.#ask)
      await this.#ask(`create or replace temporary table ${name} as ${sql}`)
    })
    this.#made.add(name)
  }

  async #count(sql: string): Promise<Violations> {
    const [found] = await this.#ask<{
      violations: number
      amount_cents: number
      sample: string | null
    }>(`
      with violations as materialized (${sql}),
      ranked as (
        select amount_cents, sample,
          row_number() over (order by abs(amount_cents) desc, sample) as nth
        from violations
      )
      select count(*) as violations,
        cast(coalesce(sum(abs(amount_cents)), 0) as bigint) as amount_cents,
        string_agg(case when nth <= 3 then sample end, '; ' order by nth) as sample
      from ranked`)
    const { violations, amount_cents, sample } = found!
    return { violations, amountCents: amount_cents, sample: sample ?? '' }
  }
}

const broken = (violations: number, sample: string) => ({ violations, amountCents: 0, sample })
