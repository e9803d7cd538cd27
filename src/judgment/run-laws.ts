import { doByNeed, type SqlSource } from '../engine/index.js'
import type { StageName } from '../schema/artifact-names.js'
import { dwhSchema } from '../schema/dwh.js'
import { sourceOf } from '../sources/index.js'
import type { KeptResults } from '../stage.js'
import { Bench, type Desk, type Elsewhere, type JudgedUnder, type Violations } from './bench.js'
import type { Declared } from './declared.js'
import { type ArtifactKeys, KeptLaws } from './kept-laws.js'
import type { Figure, Impact, Law } from './law.js'
import { laws } from './laws/index.js'
import { type Bounds, rateSeverity, type Severity } from './severity.js'

/** One law and what the published tables say to it: a row of `judgment.laws`. */
export interface Finding {
  readonly law_id: string
  readonly stage: StageName
  readonly statement: string
  /** What a violation means: the pipeline is broken, or reality has a defect. */
  readonly impact: Impact
  readonly violations: number
  /** Money at stake, >= 0. */
  readonly amount_cents: number
  /** The figure it distorts, and the money as a share of it in basis points, 10,000 at most. */
  readonly figure: Figure
  readonly exposure_bps: number
  /** How many later artifacts are made from the broken one. */
  readonly propagation: number
  readonly severity: Severity
  /** Figures to distrust; empty while the law holds. */
  readonly distrust: string
  /** Up to three violations by name. */
  readonly sample: string
}

export interface JudgeOptions extends JudgedUnder {
  /** Which laws. Default: all. */
  readonly only?: readonly Law[]
  /**
   * Connections to judge on side by side, all of which look into an attached database `bench`. Default:
   * one law after another, on temporary tables.
   */
  readonly desks?: readonly Desk[]
  /** An engine that makes the working tables and answers, one after another. Default: who is asked. */
  readonly elsewhere?: Elsewhere | undefined
  /** What laws said before, and the artifacts that it is told by. Default: every law is asked. */
  readonly kept?: { readonly results: KeptResults; readonly artifacts: ArtifactKeys }
}

/**
 * Runs laws over the attached artifacts, those that the laws need.
 *
 * @param ask answers SQL over `raw`, `dwh`, `market`, `attribution`, `finance` (and `judgment`), and
 *   can make temporary tables
 */
export async function runLaws(
  ask: SqlSource['rows'],
  options: JudgeOptions = {},
): Promise<Finding[]> {
  const { only = laws, desks, elsewhere, kept, ...under } = options
  const alone: Desk = { rows: ask, elsewhere }
  const bench = await Bench.open(desks?.[0] ?? alone, desks ? 'bench' : 'temp', under)
  try {
    const asked = await lawsOfSource(ask, only)
    const before = kept && new KeptLaws(kept.results, kept.artifacts, bench.declared)
    const violations = new Map<string, Violations>()
    for (const law of asked) {
      const found = before?.find(law)
      if (found) violations.set(law.id, found)
    }
    const open = asked.filter(({ id }) => !violations.has(id))
    const tasks = bench.tasks(open, (law, found) => {
      violations.set(law.id, found)
      if (found.isAsked) before?.keep(law, found)
    })
    await doByNeed(desks ?? [alone], tasks)
    return await findingsOf(ask, asked, violations, boundsOf(bench.declared))
  } finally {
    await bench.clear()
  }
}

/** Rates what was found, in the order of the laws. */
async function findingsOf(
  ask: SqlSource['rows'],
  asked: readonly Law[],
  violations: ReadonlyMap<string, Violations>,
  bounds: Bounds,
): Promise<Finding[]> {
  const figures = new Map<Figure, number>()
  const findings: Finding[] = []
  for (const law of asked) {
    const found = violations.get(law.id)!
    if (found.violations > 0 && !figures.has(law.figure)) {
      figures.set(law.figure, await figureCents(ask, law.figure))
    }
    findings.push({
      law_id: law.id,
      stage: law.stage,
      statement: law.statement,
      impact: law.impact,
      violations: found.violations,
      amount_cents: found.amountCents,
      figure: law.figure,
      ...rateSeverity(law, found, figures.get(law.figure) ?? 0, bounds),
      distrust: found.violations === 0 ? '' : law.distrust,
      sample: found.sample,
    })
  }
  return findings
}

/**
 * The laws that speak of the files at hand: a law about files of another source, or about a file that
 * is not there, says nothing. Laws of decisions speak where there are any.
 */
async function lawsOfSource(ask: SqlSource['rows'], all: readonly Law[]): Promise<readonly Law[]> {
  const laws = (await hasDecisions(ask)) ? all : all.filter(({ stage }) => stage !== 'decisions')
  if (laws.every((law) => law.files === 'any' && fileTables(law).length === 0)) return laws
  const [source] = await ask<{ name: string; mapping: string | null }>(
    'select name, mapping from raw.source',
  )
  const isExport = source !== undefined && sourceOf(source).origins.lines !== undefined
  const tables = await ask<{ name: string }>(
    `select concat(table_catalog, '.', table_name) as name from information_schema.tables`,
  )
  const held = new Set(tables.map(({ name }) => name))
  return laws.filter(
    (law) => (law.files === 'any' || isExport) && fileTables(law).every((table) => held.has(table)),
  )
}

/** Decisions are made on request: a run may be without them. */
async function hasDecisions(ask: SqlSource['rows']): Promise<boolean> {
  const [found] = await ask<{ tables: number }>(
    `select count(*) as tables from information_schema.tables where table_catalog = 'decisions'`,
  )
  return found!.tables > 0
}

/** The tables of files that a law reads, and those of dwh that only some files make. */
function fileTables({ stage, sql }: Law): string[] {
  const named = [...sql.matchAll(/\b(raw|dwh)\.(\w+)/g)]
  return named
    .filter(([, artifact, table]) =>
      artifact === 'raw' ? stage !== 'raw' : dwhSchema[table!]?.optional === true,
    )
    .map(([table]) => table)
}

function boundsOf(declared: Declared): Bounds {
  return {
    warningBps: declared.number('judgment.warning_bps'),
    criticalBps: declared.number('judgment.critical_bps'),
  }
}

const figureSql: Readonly<Record<Figure, string>> = {
  gmv: 'select sum(price_cents) as cents from dwh.fct_order_items',
  profit: 'select abs(contribution_after_marketing_cents) as cents from finance.verdict',
  spend: 'select sum(spend_cents) as cents from market.fct_marketing_daily',
}

/** The size of a figure; 0 where it is not there yet, so that everything is large beside it. */
async function figureCents(ask: SqlSource['rows'], figure: Figure): Promise<number> {
  const rows = await ask<{ cents: number | null }>(figureSql[figure]).catch(() => [])
  return rows[0]?.cents ?? 0
}
