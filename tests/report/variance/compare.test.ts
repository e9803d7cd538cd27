import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sum } from '../../../src/numbers.js'
import { compareMonth, type MonthComparison, statementText } from '../../../src/report/index.js'
import { lastBusyMonth } from '../../../src/report/variance/actual.js'
import { comparisonBases } from '../../../src/report/variance/compare.js'
import { comparisonSection } from '../../../src/report/variance/section.js'
import { type StatementRun, statementRun } from '../statement/run.js'

let run: StatementRun

beforeAll(async () => {
  run = await statementRun(
    { finance: { fixed_costs: { rent: { month_cents: 12_345 } } } },
    (data) =>
      writeFileSync(
        join(data, 'budget.csv'),
        'month,line,amount\n2018-05,items,20\n2018-05,commission,300\n2018-05,fixed_cost,100\n',
      ),
  )
}, 120_000)

afterAll(() => run?.close())

const profitOf = async (month: string) => {
  const [row] = await run.workbench.rows<{ cents: number }>(
    `select operating_result_cents as cents from finance.pnl_periods
     where basis = 'cohort' and period = 'month' and start_date = date '${month}-01'`,
  )
  return row!.cents
}

function closes({ rows }: MonthComparison) {
  for (const row of rows) {
    const { volume_cents, mix_cents, price_cents, other_cents } = row
    expect(sum([volume_cents, mix_cents, price_cents, other_cents])).toBe(row.difference_cents)
    expect(row.actual_cents - row.base_cents).toBe(row.difference_cents)
  }
}

describe('compareMonth', () => {
  it('goes from one result to the other, residual 0', async () => {
    const found = await compareMonth(run.workbench, 'previous', '2018-07')
    expect(found).toMatchObject({
      month: '2018-07',
      against: '2018-06',
      left_out: [],
      has_mix: true,
    })
    closes(found)
    expect(found.rows.at(-1)).toMatchObject({
      base_cents: await profitOf('2018-06'),
      actual_cents: await profitOf('2018-07'),
    })
  })

  it('refuses a base that the run does not hold whole', async () => {
    await expect(compareMonth(run.workbench, 'year', '2018-07')).rejects.toThrow(
      'Got 2018-07 to compare with 2017-07, which the run does not hold whole. It holds 2017-08 to 2018-07.',
    )
  })

  it('takes the last whole month where none is named', async () => {
    expect((await compareMonth(run.workbench, 'previous')).month).toBe('2018-07')
  })

  it('compares every whole month with the one before', { timeout: 60_000 }, async () => {
    for (const month of ['2017-09', '2017-12', '2018-03']) {
      closes(await compareMonth(run.workbench, 'previous', month))
    }
  })

  it('takes the budget beside the files, in the month that it has', async () => {
    const found = await compareMonth(run.workbench, 'budget')
    expect(found).toMatchObject({ month: '2018-05', against: 'budget.csv', has_mix: false })
    expect(found.rows.map(({ line }) => line)).toEqual(['commission', 'fixed_cost', 'result'])
    expect(found.rows[1]).toMatchObject({ base_cents: -10_000, actual_cents: -12_345 })
    closes(found)
    await expect(compareMonth(run.workbench, 'budget', '2018-06')).rejects.toThrow(
      'has no row of 2018-06. It has 2018-05.',
    )
  })

  it('says which months a budget has where none of them is in the run', async () => {
    const path = join(run.data, 'budget.csv')
    const before = readFileSync(path)
    writeFileSync(path, 'month,line,amount\n2031-01,commission,1.00\n')
    await expect(compareMonth(run.workbench, 'budget')).rejects.toThrow(
      'has no row of a whole month of the run (2017-08 to 2018-07). It has 2031-01.',
    )
    writeFileSync(path, before)
  })

  it('refuses a month that the run does not hold', async () => {
    await expect(compareMonth(run.workbench, 'previous', '2018-8')).rejects.toThrow(
      'allowed are whole months of the run as yyyy-mm: 2017-08 to 2018-07',
    )
  })

  it('stands in the statement', () => {
    const text = statementText(run.statement)
    expect(text).toContain('Against the month before')
    expect(text).toContain('Against the budget')
    expect(text).not.toContain('is not used')
    const [found] = run.statement.comparisons.found
    for (const base of comparisonBases) {
      const { title } = comparisonSection({ ...found!, base }, run.statement.notation)
      expect(title.length, 'letters in the name of a sheet').toBeLessThanOrEqual(31)
    }
  })
})

describe('lastBusyMonth', () => {
  const months = (...items: number[]) =>
    items.map((count, i) => ({ month: `2018-0${i + 1}`, items: count }))

  it('passes over months of a few stray orders, and no others', () => {
    expect(lastBusyMonth(months(50, 100, 10))).toBe('2018-03')
    expect(lastBusyMonth(months(50, 100, 9, 0))).toBe('2018-02')
    expect(lastBusyMonth(months(0, 0))).toBe('2018-02')
    expect(lastBusyMonth([])).toBeUndefined()
  })
})
