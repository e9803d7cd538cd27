import { join } from 'node:path'
import { sha256File } from '../../engine/index.js'
import { InputError } from '../../errors.js'
import { sum } from '../../numbers.js'
import { BUDGET_FILE } from '../../raw/index.js'
import type { Workbench } from '../../workbench/index.js'
import {
  type LineMonth,
  lastBusyMonth,
  type PublishedLine,
  publishedLines,
  readMonth,
  WHOLE,
  wholeMonths,
} from './actual.js'
import { budgetMonth, readBudget } from './budget.js'
import { splitVariance, total, unsplit, type Variance } from './split.js'

/** With what a month is compared: the one before, the same one last year, or the budget. */
export const comparisonBases = ['previous', 'year', 'budget'] as const
export type ComparisonBase = (typeof comparisonBases)[number]

/** One line of the profit and loss against its base; profit up, cost negative. */
export interface VarianceRow extends Variance {
  readonly line: string
  readonly name: string
  readonly base_cents: number
  readonly actual_cents: number
  readonly difference_cents: number
}

/** One month of purchase against its base. The rows of lines sum to the last row. */
export interface MonthComparison {
  readonly base: ComparisonBase
  /** `yyyy-mm`. */
  readonly month: string
  /** The other month, or the file of the budget. */
  readonly against: string
  /** SHA-256 of that file; null where there is none. */
  readonly file_sha256: string | null
  readonly rows: readonly VarianceRow[]
  /** Lines that the budget does not name, which are not compared. */
  readonly left_out: readonly string[]
  /** Whether any line is told apart by segment, so that mix is not within price. */
  readonly has_mix: boolean
}

/**
 * Compares a month of a run with the one before, with the same month last year or with the budget beside
 * the files of the shop, and splits every difference into volume, mix and price.
 *
 * @param month `yyyy-mm`; default the last whole month that is not nearly empty, or the last that
 *   the budget has
 * @throws InputError where there is nothing to compare with, or the budget cannot be read
 */
export async function compareMonth(
  workbench: Workbench,
  base: ComparisonBase,
  month?: string,
): Promise<MonthComparison> {
  const whole = await wholeMonths(workbench)
  const months = whole.map((one) => one.month)
  return base === 'budget'
    ? withBudget(workbench, months, month)
    : withMonth(workbench, months, { base, month: month ?? lastBusyMonth(whole) })
}

async function withMonth(
  workbench: Workbench,
  months: readonly string[],
  { base, month }: { readonly base: 'previous' | 'year'; readonly month: string | undefined },
): Promise<MonthComparison> {
  const known = knownMonth(months, month)
  const against = monthBefore(known, base === 'year' ? 12 : 1)
  if (!months.includes(against)) {
    throw new InputError(
      `Got ${known} to compare with ${against}, which the run does not hold whole. It holds ${span(months)}.`,
    )
  }
  const [before, after] = [await readMonth(workbench, against), await readMonth(workbench, known)]
  const lines = await publishedLines(workbench)
  return {
    base,
    month: known,
    against,
    file_sha256: null,
    ...compared(lines, before, after),
    has_mix: true,
  }
}

async function withBudget(
  workbench: Workbench,
  months: readonly string[],
  month: string | undefined,
): Promise<MonthComparison> {
  const lines = await publishedLines(workbench)
  const path = join(workbench.dataDir, BUDGET_FILE)
  const rows = readBudget(path, lines, workbench.notation.money)
  const budgeted = new Set(rows.map((row) => row.month))
  const last = months.findLast((one) => budgeted.has(one))
  const known = (month ?? last) ? knownMonth(months, month ?? last) : undefined
  if (known === undefined || !budgeted.has(known)) {
    const needed = known ?? `a whole month of the run (${span(months)})`
    throw new InputError(
      `${path} has no row of ${needed}. It has ${[...budgeted].sort().join(', ')}.`,
    )
  }
  const after = await readMonth(workbench, known)
  const before = budgetMonth(rows, known, after)
  const has_mix = [...before.values()].some(
    ({ driver, segments }) => driver !== 'none' && !segments.has(WHOLE),
  )
  return {
    base: 'budget',
    month: known,
    against: BUDGET_FILE,
    file_sha256: await sha256File(path),
    ...compared(lines, before, after),
    has_mix,
  }
}

function knownMonth(months: readonly string[], month: string | undefined): string {
  if (month !== undefined && months.includes(month)) return month
  const got = month === undefined ? 'no month to compare' : `the month ${month}`
  throw new InputError(
    `Got ${got}, allowed are whole months of the run as yyyy-mm: ${span(months)}.`,
  )
}

const span = (months: readonly string[]) =>
  months.length === 0 ? 'none' : `${months[0]} to ${months.at(-1)}`

function monthBefore(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number! - 1 - count, 1)).toISOString().slice(0, 7)
}

/** The lines that both have, and their sum; a line on which nothing stands in either is left out. */
export function compared(
  lines: readonly PublishedLine[],
  before: ReadonlyMap<string, LineMonth>,
  after: ReadonlyMap<string, LineMonth>,
): Pick<MonthComparison, 'rows' | 'left_out'> {
  const stands = ({ line }: PublishedLine) =>
    [before, after].some((of) => [...(of.get(line)?.segments.values() ?? [])].some(isAny))
  const both = lines.filter((line) => before.has(line.line) && stands(line))
  const rows = both.map((line) => rowOf(line, before.get(line.line)!, after.get(line.line)!))
  const left_out = lines.filter((line) => !before.has(line.line) && stands(line))
  return { rows: [...rows, totalOf(rows)], left_out: left_out.map(({ name }) => name) }
}

const isAny = ({ cents }: { readonly cents: number }) => cents !== 0

function rowOf(
  { line, name, sign }: PublishedLine,
  base: LineMonth,
  actual: LineMonth,
): VarianceRow {
  const found = base.segments.has(WHOLE) ? together(actual) : actual
  const parts =
    base.driver === 'none'
      ? unsplit(base.segments, found.segments)
      : splitVariance(base.segments, found.segments)
  const [from, to] = [total(base.segments).cents, total(found.segments).cents]
  const amounts = { base_cents: from, actual_cents: to, difference_cents: to - from, ...parts }
  const signed = Object.entries(amounts).map(([key, cents]) => [key, sign * cents + 0])
  return { line, name, ...(Object.fromEntries(signed) as typeof amounts) }
}

/** A line whose base tells no segments apart. */
function together({ driver, segments }: LineMonth): LineMonth {
  return { driver, segments: new Map([[WHOLE, total(segments)]]) }
}

function totalOf(rows: readonly VarianceRow[]): VarianceRow {
  const of = (key: keyof Variance | 'base_cents' | 'actual_cents' | 'difference_cents') =>
    sum(rows.map((row) => row[key]))
  return {
    line: 'result',
    name: 'Result of these lines',
    base_cents: of('base_cents'),
    actual_cents: of('actual_cents'),
    difference_cents: of('difference_cents'),
    volume_cents: of('volume_cents'),
    mix_cents: of('mix_cents'),
    price_cents: of('price_cents'),
    other_cents: of('other_cents'),
  }
}
