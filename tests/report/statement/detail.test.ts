import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sum } from '../../../src/numbers.js'
import { statementHtml, statementXlsx } from '../../../src/report/index.js'
import { cashDetail } from '../../../src/report/statement/cash-detail.js'
import { detail } from '../../../src/report/statement/detail.js'
import { firstPage } from '../../../src/report/statement/first-page.js'
import { entriesSql } from '../../../src/report/statement/ledger.js'
import { type StatementRun, statementRun } from './run.js'

let run: StatementRun

beforeAll(async () => {
  run = await statementRun({ finance: { fixed_costs: { rent: { month_cents: 12_345 } } } })
}, 120_000)

afterAll(() => run?.close())

const tables = () =>
  [...firstPage(run.statement), ...detail(run.statement)].flatMap((section) => section.tables)

describe('the detail', () => {
  it('has a question for every table of figures, which gives its rows', async () => {
    const asked = tables().filter(({ sql }) => sql !== '')
    for (const { sql } of asked) expect((await run.workbench.rows(sql)).length).toBeGreaterThan(0)
    const without = tables().filter(({ sql }) => sql === '')
    expect(without.map(({ caption }) => caption)).toEqual(['The run'])
  })

  it('leads from every line to its rule, its account and its entries', async () => {
    const { ledger, lines } = run.statement
    const accounts = new Set(ledger.events.map(({ account }) => account))
    for (const { line, account } of ledger.rules) {
      const amount = lines.find((row) => row.line === line)?.recognised_cents ?? 0
      if (amount !== 0) expect(accounts).toContain(account)
    }
    for (const account of accounts) {
      const of = ledger.events.filter((row) => row.account === account)
      const entries = await run.workbench.rows(entriesSql(account))
      expect(entries).toHaveLength(sum(of.map(({ entries: count }) => count)))
    }
  })

  it('shows books and examples that balance', () => {
    const { events, examples } = run.statement.ledger
    expect(sum(events.map(({ amount_cents }) => amount_cents))).toBe(0)
    const shown = new Set(examples.map(({ event }) => event))
    expect(shown).toEqual(new Set(events.map(({ event }) => event)))
    for (const event of shown) {
      const entry = examples.filter((row) => row.event === event)
      expect(new Set(entry.map(({ entry_id }) => entry_id)).size).toBe(1)
      expect(sum(entry.map(({ amount_cents }) => amount_cents))).toBe(0)
    }
  })

  it('counts by month as waste what marketing wasted, not fixed costs and taxes', () => {
    const { months, verdict } = run.statement
    expect(sum(months.map(({ waste_cents }) => waste_cents))).toBe(verdict.waste_cents)
    for (const month of months) {
      expect(month.contribution_after_marketing_cents).toBe(
        month.revenue_cents -
          month.fulfilment_cents -
          month.acquisition_cost_cents -
          month.waste_cents,
      )
    }
  })

  it('rests sums of lines on their lines, where no table has the sum', () => {
    const byMonth = tables().find(({ caption }) => caption === 'By month of purchase')!
    expect(byMonth.basis).toBe(
      'Rests on: observed: GMV; declared: Revenue, Fulfilment; simulated: Acquisition, Waste, Contribution.',
    )
  })

  it('rests cash on what was paid, which no model of clicks changes', () => {
    const { basis } = run.statement
    const seen = basis.grounds.map((row) =>
      row.ground === 'spend' ? { ...row, basis: 'observed' as const } : row,
    )
    const statement = { ...run.statement, basis: { ...basis, grounds: seen } }
    const bases = cashDetail(statement)!.tables.map((table) => table.basis)
    const declared = 'Rests on: declared.'
    expect(bases).toEqual([declared, declared, 'Rests on: simulated.', declared])
    const front = firstPage(statement).find(({ id }) => id === 'cash')!
    expect(front.sentences.at(-1)).toBe(
      'Rests on: declared for what came in, went out and is left, simulated for the result and its timing.',
    )
    const profit = firstPage(statement).find(({ id }) => id === 'profit')!
    expect(profit.sentences).toEqual([
      'The last amount in cash rests on: declared. Spend is paid whatever its clicks led to.',
    ])
  })

  it('states what its figures rest on', () => {
    for (const { basis, columns } of tables()) expect(basis || columns.basis).toBeTruthy()
  })
})

describe('statementHtml', () => {
  it('has no link that leads nowhere, and no place twice', async () => {
    const html = await statementHtml(run.statement, run.workbench)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(links.length).toBeGreaterThan(60)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
    expect(links).toContain('line-commission')
    expect(links).toContain('account-commission')
    expect(links).toContain('event-commission-earned')
  })
})

describe('statementXlsx', () => {
  it('has a sheet for each heading; its links lead to cells that are there', async () => {
    const files = unzipSync(await statementXlsx(run.statement, run.workbench))
    const text = (path: string) => strFromU8(files[path]!)
    const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)]
    const sheets = names.map(([, name], i) => ({
      name,
      xml: text(`xl/worksheets/sheet${i + 1}.xml`),
    }))
    const headings = detail(run.statement).map(({ title }) => title)
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['First page', ...headings, 'Journal by month', 'Assumptions'],
    ])
    const cells = new Set(
      sheets.flatMap(({ name, xml }) =>
        [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, cell]) => `'${name}'!${cell}`),
      ),
    )
    const leads = sheets.flatMap(({ xml }) =>
      [...xml.matchAll(/<hyperlink ref="[A-Z]+\d+" location="([^"]+)"/g)].map(([, to]) => to!),
    )
    expect(leads.length).toBeGreaterThan(60)
    expect(leads.filter((to) => !cells.has(to))).toEqual([])
  })

  it('holds money as numbers in whole units', async () => {
    const files = unzipSync(await statementXlsx(run.statement, run.workbench))
    const page = strFromU8(files['xl/worksheets/sheet1.xml']!)
    const { contribution_after_marketing_cents: cents } = run.statement.verdict
    expect(page).toContain(`<v>${cents / 100}</v>`)
  })
})
