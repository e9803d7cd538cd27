import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../errors.js'
import type { Notation } from '../../format/index.js'
import { BUDGET_FILE } from '../../raw/index.js'
import type { Workbench } from '../../workbench/index.js'
import type { StatementSection } from '../statement/document.js'
import { compareMonth, comparisonBases, type MonthComparison } from './compare.js'

const TITLES = {
  previous: 'Against the month before',
  year: 'Against the month a year before',
  budget: 'Against the budget',
} as const

/** What a run can be compared with, and why it cannot where that needs saying. */
export interface MonthComparisons {
  readonly found: readonly MonthComparison[]
  /** What is wrong with a budget that is there. */
  readonly problems: readonly string[]
}

/** The last whole month against all that it can be compared with. */
export async function readComparisons(workbench: Workbench): Promise<MonthComparisons> {
  const hasBudget = existsSync(join(workbench.dataDir, BUDGET_FILE))
  const found: MonthComparison[] = []
  const problems: string[] = []
  for (const base of comparisonBases) {
    if (base === 'budget' && !hasBudget) continue
    try {
      found.push(await compareMonth(workbench, base))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (base === 'budget') problems.push(`${BUDGET_FILE} is not used. ${error.message}`)
    }
  }
  return { found, problems }
}

/** One comparison as a section of the statement. */
export function comparisonSection(found: MonthComparison, notation: Notation): StatementSection {
  const columns = {
    name: `${found.month} (${found.against})`,
    base_cents: 'Base',
    actual_cents: 'Actual',
    difference_cents: 'Difference',
    volume_cents: 'Volume',
    mix_cents: 'Mix',
    price_cents: 'Price',
    other_cents: 'Not split',
  }
  const table = {
    caption: 'By purchase; profit up, cost negative; volume + mix + price + not split = difference',
    rows: found.rows,
    columns,
    basis: BASIS,
    sql: `select * from finance.pnl_periods where basis = 'cohort' and period = 'month' order by start_date`,
    totalRow: true,
  }
  return {
    id: `against-${found.base}`,
    title: TITLES[found.base],
    sentences: sentencesOf(found, notation),
    tables: [table],
  }
}

const BASIS =
  'Rests on what each line rests on (see the profit and loss); items and categories are observed, a budget is declared.'

function sentencesOf({ rows, month, against, ...found }: MonthComparison, { money }: Notation) {
  const { difference_cents: difference, actual_cents, base_cents } = rows.at(-1)!
  const more = difference < 0 ? 'less' : 'more'
  const missing = found.left_out.length === 0 ? [] : [`Not compared: ${found.left_out.join(', ')}.`]
  const mix = found.has_mix ? [] : ['The base tells no segments apart, so mix is within price.']
  const compared = missing.length === 0 ? month : `Of ${month} the lines compared`
  return [
    `${compared} came to ${money.exact(actual_cents)}, ${money.exact(Math.abs(difference))} ${more} than ${against} (${money.exact(base_cents)}).`,
    'Volume: more or fewer items or subscribers; mix: of other categories or plans; price: another amount for each.',
    ...mix,
    ...(found.file_sha256
      ? [`The budget is declared: ${against}, SHA-256 ${found.file_sha256}.`]
      : []),
    ...missing,
  ]
}
