import type { StageName } from '../schema/artifact-names.js'
import type { Impact, Law } from './law.js'
import { laws } from './laws/index.js'
import { rateSeverity, type Severity } from './severity.js'

/** Asks the attached artifacts for rows, as a workbench or a database does. */
export type AskRows = <T>(sql: string) => Promise<T[]>

/** One law and what the published tables say to it: a row of `judgment.laws`. */
export interface Finding {
  readonly law_id: string
  readonly stage: StageName
  readonly statement: string
  readonly impact: Impact
  readonly violations: number
  /** Money at stake, >= 0. */
  readonly amount_cents: number
  readonly exposure: number
  readonly propagation: number
  readonly severity: Severity
  /** Figures to distrust; empty while the law holds. */
  readonly distrust: string
  /** Up to three violations by name. */
  readonly sample: string
}

export interface JudgeOptions {
  /** A table (id, value as text) of the assumptions in force. Default `judgment.assumptions`. */
  readonly assumed?: string
  /** Which laws. Default: all. */
  readonly only?: readonly Law[]
}

/**
 * Runs laws over the attached artifacts.
 *
 * @param ask answers SQL over `raw`, `dwh`, `market`, `attribution`, `finance` (and `judgment`)
 */
export async function runLaws(ask: AskRows, options: JudgeOptions = {}): Promise<Finding[]> {
  const { assumed = 'judgment.assumptions', only = laws } = options
  const [gmv] = await ask<{ cents: number }>(
    'select coalesce(sum(price_cents), 0) as cents from dwh.fct_order_items',
  )
  const findings: Finding[] = []
  const held = await ofHeldTables(ask, only)
  for (const law of held) findings.push(await runLaw(ask, law, { assumed, gmvCents: gmv!.cents }))
  return findings
}

/** The laws whose raw tables are there: a source has tables of its own, and may lack some. */
async function ofHeldTables(ask: AskRows, laws: readonly Law[]): Promise<Law[]> {
  const rows = await ask<{ table_name: string }>(
    `select table_name from duckdb_tables() where database_name = 'raw'`,
  )
  const held = new Set(rows.map(({ table_name }) => table_name))
  return laws.filter(({ sql }) =>
    [...sql.matchAll(/\braw\.(\w+)/g)].every(([, table]) => held.has(table!)),
  )
}

async function runLaw(
  ask: AskRows,
  law: Law,
  frame: { assumed: string; gmvCents: number },
): Promise<Finding> {
  const { violations, amountCents, sample } = await violationsOf(ask, law, frame.assumed)
  return {
    law_id: law.id,
    stage: law.stage,
    statement: law.statement,
    impact: law.impact,
    violations,
    amount_cents: amountCents,
    ...rateSeverity(law, { violations, amountCents }, frame.gmvCents),
    distrust: violations === 0 ? '' : law.distrust,
    sample,
  }
}

/** How often a law is broken, the cents at stake, and up to three violations by name. */
export interface Violations {
  readonly violations: number
  readonly amountCents: number
  readonly sample: string
}

/**
 * Runs one law.
 *
 * @param assumed a table or a query in brackets of the assumptions in force (id, value as text)
 */
export async function violationsOf(ask: AskRows, law: Law, assumed: string): Promise<Violations> {
  const [found] = await ask<{ violations: number; amount_cents: number; sample: string | null }>(`
    with assumed as (select id, value from ${assumed} as declared),
    violations as (${law.sql}),
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
