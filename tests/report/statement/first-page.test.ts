import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sum } from '../../../src/numbers.js'
import { firstPageText, type Statement } from '../../../src/report/index.js'
import { assumedAmounts } from '../../../src/report/statement/assumed.js'
import { cashSentences } from '../../../src/report/statement/cash.js'
import { firstPage } from '../../../src/report/statement/first-page.js'
import { type StatementRun, statementRun } from './run.js'

let run: StatementRun

beforeAll(async () => {
  run = await statementRun()
}, 120_000)

afterAll(() => run?.close())

describe('the first page', () => {
  it('holds the answer, channels, profit, balance, cash and what is assumed', async () => {
    const text = firstPageText(run.statement).replaceAll(run.data, 'DATA')
    await expect(`${text}\n`).toMatchFileSnapshot('golden/first-page.txt')
  })

  it('fits on a page and on a terminal', () => {
    const lines = firstPageText(run.statement).split('\n')
    // A4 in a type of 12 points holds 64.
    expect(lines.length).toBeLessThan(64)
    const tables = lines.filter((line) => !line.endsWith('.') && !line.includes('. '))
    expect(Math.max(...tables.map((line) => line.length))).toBeLessThan(100)
  })

  it('adds up: totals hold the lines before them, the last is the verdict', () => {
    const { lines, verdict } = run.statement
    const profit = firstPage(run.statement).find(({ id }) => id === 'profit')!
    const rows = profit.tables[0]!.rows as { name: string; cohort_cents: number }[]
    const cents = (line: string) => lines.find((row) => row.line === line)!.cohort_cents
    expect(rows[0]).toMatchObject({
      name: 'Contribution 1',
      cohort_cents: cents('commission') + cents('payment_fee'),
    })
    expect(rows.at(-1)!.cohort_cents).toBe(verdict.contribution_after_marketing_cents)
  })

  it('has no figure without its basis', () => {
    for (const { tables } of firstPage(run.statement)) {
      for (const { basis, columns } of tables) expect(basis || columns.basis).toBeTruthy()
    }
  })

  it('says what came in and went out of the account', () => {
    const { flows, balances } = run.statement
    const cash = balances.find(({ account }) => account === 'cash')!
    expect(sum(flows.map(({ amount_cents }) => amount_cents))).toBe(cash.closing_cents)
  })
})

describe('cashSentences', () => {
  const sentence = (cash: number) => {
    const balances = [
      { account: 'cash', closing_cents: cash },
      { account: 'seller_payable', closing_cents: -30_000 },
    ]
    return cashSentences({ ...run.statement, balances })[0]
  }

  it('holds for sellers what the account has', () => {
    expect(sentence(30_000)).toContain('R$300.00 is in the account; R$300.00 of it is held')
  })

  it('owes them what the account has not', () => {
    expect(sentence(-100)).toContain(
      'the account is R$1.00 overdrawn; R$300.00 is owed to sellers, more',
    )
  })
})

describe('assumedAmounts', () => {
  const ground = (name: string, basis: string) => ({ ground: name, name, basis })
  const statement = (lines: Record<string, number>) =>
    ({
      basis: {
        grounds: [
          ground('orders', 'observed'),
          ground('rates', 'declared'),
          ground('plans', 'declared'),
          ground('spend', 'simulated'),
          ground('clicks', 'simulated'),
        ],
      },
      lines: Object.entries(lines).map(([line, cohort_cents]) => ({ line, cohort_cents })),
    }) as unknown as Statement

  it('counts a line whole under each thing that it is made from', () => {
    const rows = assumedAmounts(
      statement({
        commission: 900,
        freight_billed: 400,
        payment_fee: -50,
        subscription_revenue: 300,
        marketing_no_response: -20,
      }),
    )
    expect(rows).toEqual([
      {
        assumed: 'rates of commissions, fees, costs and taxes',
        basis: 'declared',
        lines: ['commission', 'payment_fee'],
        adds_cents: 900,
        takes_cents: -50,
      },
      {
        assumed: 'prices of subscription plans',
        basis: 'declared',
        lines: ['subscription_revenue'],
        adds_cents: 300,
        takes_cents: 0,
      },
      {
        assumed: 'spend; clicks',
        basis: 'simulated',
        lines: ['marketing_no_response'],
        adds_cents: 0,
        takes_cents: -20,
      },
    ])
  })

  it('leaves out what no line hangs on', () => {
    expect(assumedAmounts(statement({ freight_billed: 400, commission: 0 }))).toEqual([])
  })
})
