import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  statementCsv,
  statementHtml,
  statementText,
  statementXlsx,
} from '../../../src/report/index.js'
import { detail } from '../../../src/report/statement/detail.js'
import type { StatementTable } from '../../../src/report/statement/document.js'
import { firstPage } from '../../../src/report/statement/first-page.js'
import { everythingRun } from './everything.js'
import { htmlTables, type Read, readCell, textTables, workbookTables } from './formats.js'
import type { StatementRun } from './run.js'

type Row = Readonly<Record<string, unknown>>

describe.each([
  ['JPY', 0, '#,##0;[Red]-#,##0'],
  ['KWD', 3, '#,##0.000;[Red]-#,##0.000'],
] as const)('a statement in %s, with all that one can hold', (currency, digits, moneyFormat) => {
  let run: StatementRun
  let tables: StatementTable[]
  beforeAll(async () => {
    run = await everythingRun(currency)
    tables = [...firstPage(run.statement), ...detail(run.statement)].flatMap((one) => one.tables)
  }, 240_000)
  afterAll(() => run?.close())

  it('holds every section', () => {
    const ids = detail(run.statement).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['sellers', 'against-previous', 'against-budget']))
  })

  it('has every figure, day and word of its tables in text, page and workbook', async () => {
    const page = htmlTables(await statementHtml(run.statement, run.workbench))
    const text = textTables(
      statementText(run.statement),
      tables.map(({ rows }) => rows.length),
    )
    const workbook = workbookTables(await statementXlsx(run.statement, run.workbench))
    tables.forEach(({ caption, columns, rows }, i) => {
      const names = Object.keys(columns)
      // A terminal has the questions of all accounts in one sentence.
      const inText = names.filter((name) => name !== 'question')
      ;(rows as readonly Row[]).forEach((row, r) => {
        const wanted = names.map((name) => known(name, row[name]))
        const read = (written: readonly string[], of: readonly string[]) =>
          of.map((name, c) => readCell(written[c]!, known(name, row[name])))
        expect(read(page[i]![r]!, names), caption).toEqual(wanted)
        expect(read(text[i]![r]!, inText), caption).toEqual(
          inText.map((name) => known(name, row[name])),
        )
        expect(
          names.map((_, c) => workbook[i]![r]![c] ?? null),
          caption,
        ).toEqual(wanted)
      })
    })
  })

  /** What a cell must say, by the name of its column. */
  function known(name: string, value: unknown): Read {
    if (value === null || value === undefined) return null
    if (value instanceof Date) return value.toISOString().slice(0, name.endsWith('month') ? 7 : 10)
    if (typeof value !== 'number') {
      return name === 'channel' ? run.statement.notation.nameOf(String(value)) : String(value)
    }
    const unit = name.endsWith('_cents') ? 10 ** digits : name.endsWith('_bps') ? 10_000 : 1
    return Number((value / unit).toFixed(6))
  }

  it('writes money in the workbook as numbers with the digits of its currency, and days as dates', async () => {
    const styles = strFromU8(
      unzipSync(await statementXlsx(run.statement, run.workbench))['xl/styles.xml']!,
    )
    const formats = [...styles.matchAll(/formatCode="([^"]+)"/g)].map(([, format]) => format)
    expect(new Set(formats)).toEqual(
      new Set([moneyFormat, '#,##0', '0.00%', 'yyyy-mm', 'yyyy-mm-dd']),
    )
  })

  it('has every line, month and comparison in CSV, in the minor units of the run', () => {
    const csv = statementCsv(run.statement)
    const { lines, comparisons, sellers, cash, months } = run.statement
    for (const { line, cohort_cents } of lines) {
      expect(csv).toContain(`\r\nprofit and loss,${line},cohort_cents,${cohort_cents}\r\n`)
    }
    for (const { base, month, rows } of comparisons.found) {
      for (const { line, volume_cents, price_cents } of rows) {
        expect(csv).toContain(
          `\r\n${month} against ${base},${line},volume_cents,${volume_cents}\r\n`,
        )
        expect(csv).toContain(`\r\n${month} against ${base},${line},price_cents,${price_cents}\r\n`)
      }
    }
    for (const { group, leads } of sellers!.months) {
      expect(csv).toContain(`\r\nleads by month,${group},leads,${leads}\r\n`)
    }
    expect(csv.split('\r\ncash,2').length - 1).toBe(cash.months.length * 4)
    expect(csv).toContain(
      `\r\nmonth,2018-05,gmv_cents,${months.find((one) => one.month.toISOString().startsWith('2018-05'))!.gmv_cents}\r\n`,
    )
    expect(csv).toContain(`\r\nhead,run,currency,${currency}\r\n`)
  })
})
