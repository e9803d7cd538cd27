import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { InputError } from '../../../src/errors.js'
import {
  checkLaws,
  dailyProfit,
  type Judgment,
  judge,
  judgmentText,
  profitWaterfall,
  readJudgment,
  type Statement,
  statementCsv,
  statementText,
  statusMatrix,
  writeStatement,
} from '../../../src/report/index.js'
import { openWorkbench, type Workbench } from '../../../src/workbench/index.js'
import { type StatementRun, statementRun } from './run.js'

let dir: string
let run: StatementRun
let workbench: Workbench
let statement: Statement

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-report-'))
  run = await statementRun()
  workbench = run.workbench
  statement = run.statement
}, 120_000)

afterAll(async () => {
  await run?.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('readStatement', () => {
  it('adds up: months, channels and lines meet the verdict', () => {
    const { verdict, months, channels, lines } = statement
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    expect(sum(months.map((row) => row.contribution_after_marketing_cents))).toBe(
      verdict.contribution_after_marketing_cents,
    )
    expect(sum(channels.map((row) => row.waste_cents))).toBe(verdict.waste_cents)
    const total = lines.at(-1)!
    expect(total.cohort_cents).toBe(verdict.contribution_after_marketing_cents)
    expect(total.cash_cents).toBe(verdict.cash_result_cents)
    expect(sum(lines.slice(0, -1).map((row) => row.cash_cents))).toBe(total.cash_cents)
  })
})

describe('readJudgment and judge', () => {
  it('say the same of a run that nobody touched', async () => {
    const published = await readJudgment(workbench)
    const checked = await judge(workbench)
    expect(checked).toEqual(published)
    expect(published.consistent).toBe(true)
    expect(judgmentText(published, statement.notation)).toContain('Consistent: ')
  })

  it('ask for a run where there is none', async () => {
    const empty = openWorkbench({ data: run.data, workbench: join(dir, 'nothing') })
    await expect(readJudgment(empty)).rejects.toThrow(InputError)
    await expect(judge(empty)).rejects.toThrow('causeway run')
  })

  it('names the figures to distrust', () => {
    const [law] = statement.judgment.laws
    const judgment: Judgment = {
      laws: [{ ...law!, severity: 'critical', violations: 2, amount_cents: 5, distrust: 'GMV' }],
      critical: 1,
      warnings: 0,
      notes: 0,
      consistent: false,
      evidence: 'simulated',
      distrust: ['GMV'],
    }
    const text = judgmentText(judgment, statement.notation)
    expect(text).toContain('Not consistent: 1 laws checked, 1 critically broken')
    expect(text).toContain('Distrust GMV.')
    expect(text).toContain('critical')
  })
})

describe('checkLaws', () => {
  it('checks one stage as soon as its artifact is there', async () => {
    const early = openWorkbench({
      data: run.data,
      workbench: join(dir, 'early'),
      threads: 2,
    })
    await early.run({ through: 'market' })
    const shown = await checkLaws(early, 'market')
    await early.close()
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.every(({ holds, residual }) => holds && residual === 0)).toBe(true)
    expect(shown[0]).toMatchObject({ law: 'market.channels_are_declared', unit: 'rows' })
  })

  it('checks every stage of a whole run', async () => {
    const shown = await checkLaws(workbench)
    expect(shown.filter(({ holds }) => !holds)).toEqual([])
    const stages = new Set(shown.map(({ law }) => law.split('.')[0]))
    expect(stages).toEqual(new Set(['raw', 'dwh', 'market', 'attribution', 'finance']))
  })
})

describe('statementText', () => {
  it('has the detail behind the first page', () => {
    const text = statementText(statement)
    for (const part of [
      'Statement of ',
      'The business ',
      'Profit and loss (R$)',
      'Channel (R$)',
      'Order value ',
      'IAS 38.69',
      'nothing of it is provided for',
      'Loaded CAC: ',
      'residual R$0.00',
      'Seller payable',
      'laws checked',
      'SQL: select * from finance.reconciliation',
    ]) {
      expect(text).toContain(part)
    }
    const [, byMonth] = text.split('By month of purchase.')
    const months = byMonth!
      .split('Rests on')[0]!
      .split('\n')
      .filter((line) => /^\d{4}-\d{2} +\d/.test(line))
    expect(months).toHaveLength(statement.months.length)
  })
})

describe.each([
  ['provision', /another R\$[\d,.]+ is owed back to buyers by the declared rule/],
  ['refund', /another R\$[\d,.]+ was paid back to buyers by the declared rule/],
] as const)('the statement under undelivered_rule: %s', (undelivered_rule, words) => {
  it('says what became of the money of overdue orders', { timeout: 120_000 }, async () => {
    const run = await statementRun({ finance: { undelivered_rule, undelivered_days: 10 } })
    const text = statementText(run.statement)
    await run.close()
    expect(text).toMatch(words)
    expect(text).not.toContain('nothing of it is provided for')
    expect(text.includes('those paid back apart')).toBe(undelivered_rule === 'refund')
    expect(/(held for|owed to) sellers, R\$[\d,.]+ owed back to buyers/.test(text)).toBe(
      undelivered_rule === 'provision',
    )
  })
})

describe('views', () => {
  it('falls from GMV to the contribution of the verdict', async () => {
    const steps = await profitWaterfall(workbench)
    const fall = steps.slice(3, -1).reduce((sum, step) => sum + step.amount_cents, 0)
    expect(steps[0]!.amount_cents + steps[1]!.amount_cents).toBe(steps[2]!.amount_cents)
    expect(steps[2]!.amount_cents + fall).toBe(statement.verdict.contribution_after_marketing_cents)
  })

  it('shows the declared matrix of order statuses', () => {
    const rules = statusMatrix(workbench)
    expect(rules).toHaveLength(8)
    expect(rules[0]).toMatchObject({ order_status: 'delivered', carrier: 'hand over' })
    expect(rules.find((rule) => rule.order_status === 'canceled')!.commission).toBe('never')
  })

  it('runs up to the profit of each basis', async () => {
    const cohort = await dailyProfit(workbench)
    const recognised = await dailyProfit(workbench, 'recognition')
    expect(cohort.at(-1)!.cumulated_cents).toBe(
      statement.verdict.contribution_after_marketing_cents,
    )
    expect(recognised.at(-1)!.cumulated_cents).toBe(statement.lines.at(-1)!.recognised_cents)
  })
})

describe('what stands behind the first page', () => {
  const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)

  it('bridges recurring revenue and cash from month to month', () => {
    const { subscriptions } = statement.growth
    expect(subscriptions.length).toBeGreaterThan(1)
    for (const [i, row] of subscriptions.entries()) {
      const won = row.new_cents + row.reactivation_cents + row.expansion_cents
      const lost = row.contraction_cents + row.churn_cents
      expect(row.opening_cents + won + lost).toBe(row.closing_cents)
      expect(row.opening_cents).toBe(subscriptions[i - 1]?.closing_cents ?? 0)
    }
    const { months } = statement.cash
    for (const [i, row] of months.entries()) {
      expect(row.opening_cents + row.in_cents + row.out_cents).toBe(row.closing_cents)
      expect(row.opening_cents).toBe(months[i - 1]?.closing_cents ?? 0)
    }
  })

  it('leads from the result to the cash in the balance, and adds receivables up to theirs', () => {
    const { bridge, receivables, months } = statement.cash
    const balance = (of: string) =>
      statement.balances.find(({ account }) => account === of)!.closing_cents
    const cash = sumOf(bridge.map(({ amount_cents }) => amount_cents))
    expect(cash).toBe(balance('cash'))
    expect(months.at(-1)!.closing_cents).toBe(balance('cash'))
    const recognised = bridge.filter(({ kind }) => kind === 'profit')
    expect(sumOf(recognised.map(({ amount_cents }) => amount_cents))).toBe(
      statement.lines.at(-1)!.recognised_cents,
    )
    const owed = sumOf(receivables.map(({ receivable_cents }) => receivable_cents))
    expect(owed).toBe(balance('acquirer_receivable'))
  })

  it('names churn, retention, payback and ARPA, each with what it rests on', () => {
    const text = statementText(statement)
    for (const word of ['ARPA', 'Logo churn', 'NRR', 'GRR', 'Quick ratio', 'Payback, months']) {
      expect(text).toContain(word)
    }
    expect(text).toMatch(/again so many months later[\s\S]*?Rests on: observed\./)
    expect(text).not.toContain('Rests on: .')
    expect(text).toMatch(/^\d+ sellers subscribe for /m)
    const { growth } = statement
    const alone = growth.subscriptions.map((row) => ({ ...row, closing_subscribers: 1 }))
    const one = { ...statement, growth: { ...growth, subscriptions: alone } }
    expect(statementText(one)).toMatch(/^1 seller subscribes for /m)
  })
})

describe('writeStatement', () => {
  it('writes a page, a workbook, a table and text, the same bytes every time', async () => {
    const files = await writeStatement(workbench, join(dir, 'reports'))
    const bytes = () => Object.values(files).map((path) => readFileSync(path))
    const first = bytes()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
    await writeStatement(workbench, join(dir, 'reports')).finally(() => vi.useRealTimers())
    expect(bytes().map((again, i) => again.equals(first[i]!))).toEqual([true, true, true, true])
    const html = readFileSync(files.html, 'utf8')
    expect(html.startsWith('<!doctype html>')).toBe(true)
    expect(html.match(/<svg /g)).toHaveLength(3)
    expect(html).not.toContain('undefined')
    const csv = readFileSync(files.csv, 'utf8')
    expect(csv).toBe(statementCsv(statement))
    expect(csv).toContain(
      `profit and loss,contribution_after_marketing,cohort_cents,${statement.verdict.contribution_after_marketing_cents}\r\n`,
    )
  })
})
