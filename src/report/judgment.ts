import type { Notation } from '../format/index.js'
import { type Finding, runLaws } from '../judgment/index.js'
import type { Workbench } from '../workbench/index.js'
import { textTable } from './text-table.js'

/** What the laws say about a run. */
export interface Judgment {
  /** Every law, in the order of the stages. */
  readonly laws: readonly Finding[]
  readonly critical: number
  readonly warnings: number
  readonly notes: number
  /** No law is critically broken: decisions may rest on the figures. */
  readonly decision_grade: boolean
  /** Figures that critical violations make doubtful. */
  readonly distrust: readonly string[]
}

/**
 * Reads the judgment that was published with the run.
 *
 * @throws InputError when the stages have not run through judgment
 */
export async function readJudgment(workbench: Workbench): Promise<Judgment> {
  return judgmentOf(await workbench.rows<Finding>('select * from judgment.laws'))
}

/**
 * Runs every law again over the published tables, as they are on disk now.
 *
 * @throws InputError when the stages have not run through judgment
 */
export async function judge(workbench: Workbench): Promise<Judgment> {
  await workbench.rows('select 1 from judgment.assumptions limit 1')
  return judgmentOf(await runLaws((sql) => workbench.rows(sql)))
}

function judgmentOf(laws: readonly Finding[]): Judgment {
  const grave = laws.filter(({ severity }) => severity === 'critical')
  const count = (word: string) => laws.filter(({ severity }) => severity === word).length
  return {
    laws,
    critical: grave.length,
    warnings: count('warning'),
    notes: count('note'),
    decision_grade: grave.length === 0,
    distrust: [...new Set(grave.map(({ distrust }) => distrust))],
  }
}

/** The judgment in one sentence. */
export function judgmentSentence(judgment: Judgment): string {
  const { laws, critical, warnings, decision_grade, distrust } = judgment
  const counted = `${laws.length} laws checked, ${critical} critically broken, ${warnings} warned of`
  return decision_grade
    ? `Decision-grade: ${counted}.`
    : `Not decision-grade: ${counted}. Distrust ${distrust.join('; ')}.`
}

/** The judgment for a terminal: the sentence, and a line for every law that is broken. */
export function judgmentText(judgment: Judgment, notation: Notation): string {
  const broken = judgment.laws.filter(({ violations }) => violations > 0)
  if (broken.length === 0) return judgmentSentence(judgment)
  const columns = {
    severity: 'Severity',
    law_id: 'Law',
    violations: 'Violations',
    amount_cents: `At stake (${notation.money.symbol})`,
    statement: 'What must hold',
  }
  const table = textTable(broken, columns, notation)
  return `${judgmentSentence(judgment)}\n\n${table}`
}
