import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { InputError } from '../../src/errors.js'
import { compareMonth, type MonthComparison } from '../../src/report/index.js'
import type { Workbench } from '../../src/workbench/index.js'
import { daysInMonth } from './calendar.js'
import { sum } from './cents.js'
import { lineNames } from './profit.js'
import { actualMonth, type Budgeted, budgetMonth, variances } from './variance.js'

const UNITS = ['items', 'subscribers']

const amount = fc.oneof(fc.constant(0), fc.nat(300), fc.nat(10_000_000))

/** Of which segments a line has rows: the whole (null), some by number, or, as nobody should, both. */
const segments = fc.constantFrom([null], [0, 1], [0, 1, 2, 3], [1, 3], [null, 0])

const rowsOf = (line: fc.Arbitrary<string>) =>
  fc.record({ line, segments, amounts: fc.tuple(amount, amount, amount, amount) })

const lines = fc
  .tuple(
    fc
      .subarray(UNITS)
      .chain((units) => fc.tuple(...units.map((unit) => rowsOf(fc.constant(unit))))),
    fc.uniqueArray(rowsOf(fc.constantFrom(...lineNames)), {
      minLength: 1,
      maxLength: 16,
      selector: ({ line }) => line,
      size: 'max',
    }),
  )
  .map(([units, of]) => [...units, ...of])

/** A budget of months in, beside and far from the data, with segments that are sold, that are not, and none. */
export const budget = fc.uniqueArray(
  fc.record({
    month: fc.constantFrom('2017-12', '2018-01', '2018-02', '2018-03', '2018-05', '2031-01'),
    lines,
  }),
  { minLength: 1, maxLength: 6, selector: ({ month }) => month, size: 'max' },
)
type Plan = typeof budget extends fc.Arbitrary<infer T> ? T : never

/** Rows that no budget may have, with what is said of each. */
const REFUSED = [
  ['2018-02,rent,,1.00', `got the line 'rent', which is none. Allowed are ${lineNames[0]}, `],
  ['2018-02,commission,,-1.00', "got the amount '-1.00' of commission"],
  ['2018-02,commission,,', "got the amount '' of commission"],
  ['2018-02,items,,-3', "got the amount '-3' of items, needed a whole number"],
  ['2018-2,commission,,1.00', "got the month '2018-2', needed yyyy-mm"],
] as const

/**
 * Compares every month of a run with a budget and with the month before, and holds each line to what the
 * oracle makes of it: base, actual, difference, and parts that sum to it.
 */
export async function checkVariances(
  workbench: Workbench,
  plan: Plan,
  made: Record<string, readonly object[]>,
  categoryOf: ReadonlyMap<string, string>,
): Promise<void> {
  const path = join(workbench.dataDir, 'budget.csv')
  const rows = named(plan, [...new Set(categoryOf.values())].sort())
  writeFileSync(path, text(rows))
  const whole = wholeMonths(made.pnl_cohort_daily as { date: string }[])
  const actual = (month: string) => actualMonth(made, categoryOf, month)
  for (const month of new Set([...whole, ...rows.map((row) => row.month)])) {
    const asked = compareMonth(workbench, 'budget', month)
    if (!whole.includes(month)) {
      await refuses(asked, `the month ${month}, allowed are whole months of the run`)
    } else if (!rows.some((row) => row.month === month)) {
      await refuses(asked, `has no row of ${month}. It has `)
    } else {
      holds(await asked, variances(budgetMonth(rows, month), actual(month)))
    }
  }
  for (const month of whole.slice(1)) {
    const before = whole[whole.indexOf(month) - 1]!
    const found = await compareMonth(workbench, 'previous', month)
    expect(found.left_out).toEqual([])
    holds(found, variances(actual(before), actual(month)))
  }
  const good = readFileSync(path, 'utf8')
  for (const [bad, message] of REFUSED) {
    writeFileSync(path, `${good}${bad}\n`)
    await refuses(compareMonth(workbench, 'budget'), `row ${rows.length + 2}: ${message}`)
  }
}

async function refuses(asked: Promise<unknown>, message: string): Promise<void> {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(InputError)
  expect((error as InputError).message).toContain(message)
}

function holds({ rows }: MonthComparison, wanted: Record<string, readonly number[]>): void {
  const found = rows.map((row) => {
    const { base_cents: base, actual_cents: actual, difference_cents: difference } = row
    const parts = [row.volume_cents, row.mix_cents, row.price_cents, row.other_cents]
    expect([actual - base, sum(parts)]).toEqual([difference, difference])
    return [row.line, [base, actual, difference, ...parts]] as const
  })
  const lines = Object.values(wanted)
  const result = Array.from({ length: 7 }, (_, i) => sum(lines.map((amounts) => amounts[i]!)))
  expect(Object.fromEntries(found)).toEqual({ ...wanted, result })
}

/** Segments by their names: the first category that is sold, orders without items, a plan, one not sold. */
function named(plan: Plan, categories: readonly string[]): Budgeted[] {
  const names = [categories[0] ?? '(unknown)', '(no items)', 'growth', 'not sold yet']
  return plan.flatMap(({ month, lines: of }) =>
    of.flatMap(({ line, segments: rows, amounts }) =>
      rows.map((segment, i) => ({
        month,
        line,
        segment: segment === null ? 'all' : names[segment]!,
        amount: amounts[i]!,
      })),
    ),
  )
}

function text(rows: readonly Budgeted[]): string {
  const amountOf = ({ line, amount }: Budgeted) =>
    UNITS.includes(line) ? String(amount) : (amount / 100).toFixed(2)
  const written = rows.map(
    (row) =>
      `${row.month},${row.line},${row.segment === 'all' ? '' : row.segment},${amountOf(row)}`,
  )
  return `${['month,line,segment,amount', ...written].join('\n')}\n`
}

function wholeMonths(days: readonly { date: string }[]): string[] {
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))].sort()
  return months.filter(
    (month) =>
      days.filter(({ date }) => date.startsWith(month)).length === daysInMonth(`${month}-01`),
  )
}
