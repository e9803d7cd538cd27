import { changeWords } from '../../assumptions/index.js'
import { bareTitle } from '../../format/quantity.js'
import { valueText } from '../../judgment/index.js'
import type { Workbench } from '../../workbench/index.js'
import { headSentence } from '../head.js'
import { horizonWords } from '../sentences.js'
import { detail } from './detail.js'
import type { StatementSection } from './document.js'
import { firstPage } from './first-page.js'
import type { Statement } from './statement.js'
import { bold, type LinkedRow, tableRows } from './xlsx-cells.js'
import { type LinkedSheet, writeWorkbook } from './xlsx-file.js'

type Row = Readonly<Record<string, unknown>>

/** The books by month, event and account: small enough for a sheet whatever the shop sold. */
const JOURNAL_SQL = `
  select cast(date_trunc('month', entry_date) as date) as month, event, account,
    count(*) as entries, cast(sum(amount_cents) as bigint) as amount_cents
  from finance.journal_lines group by 1, event, account order by 1, event, account`

/**
 * The statement as a workbook (Office Open XML): the first page, a sheet for each section of the detail,
 * the books by month, and every assumption. Money is in whole units of the currency, as numbers, and
 * days are dates; lines lead to their rule, accounts and entries. The same run gives the same bytes.
 */
export async function statementXlsx(
  statement: Statement,
  workbench: Workbench,
): Promise<Uint8Array> {
  const journal = await workbench.rows<Row>(JOURNAL_SQL)
  return writeWorkbook([
    pageSheet(statement),
    ...detail(statement).map((section) => sectionSheet(section, statement)),
    { name: 'Journal by month', rows: tableRows(journalTable(journal), statement.notation) },
    { name: 'Assumptions', rows: tableRows(assumptionTable(statement), statement.notation) },
  ])
}

function pageSheet(statement: Statement): LinkedSheet {
  const { notation } = statement
  const head = [
    [bold(`Statement of ${horizonWords(statement)}`)],
    [said(headSentence(statement.head))],
  ]
  const sections = firstPage(statement).map(({ title, sentences, tables }) => [
    [bold(title)],
    ...tables.flatMap((table) => [
      [said(table.caption)],
      ...tableRows(table, notation),
      ...(table.basis === '' ? [] : [[said(table.basis)]]),
    ]),
    ...sentences.map((sentence) => [said(sentence)]),
  ])
  return { name: 'First page', rows: spaced([head, ...sections]) }
}

function sectionSheet(section: StatementSection, { notation }: Statement): LinkedSheet {
  const { id, title, sentences, tables } = section
  const head = [[{ ...bold(title), place: id }], ...sentences.map((sentence) => [said(sentence)])]
  const blocks = tables.map((table) => [
    [bold(table.caption)],
    ...tableRows(table, notation),
    [said(table.basis)],
    ...(table.sql === '' ? [] : [[said(`SQL: ${table.sql.replace(/\s+/g, ' ').trim()}`)]]),
  ])
  return { name: title.slice(0, MOST_LETTERS), rows: spaced([head, ...blocks]) }
}

/** Of the name of a sheet. */
const MOST_LETTERS = 31

const said = (value: string) => ({ value })

/** Blocks one under the other, with a blank row between. */
function spaced(blocks: readonly (readonly LinkedRow[])[]): LinkedRow[] {
  return blocks.flatMap((block, i) => (i === 0 ? [...block] : [[], ...block]))
}

function journalTable(rows: readonly Row[]) {
  const names = ['month', 'event', 'account', 'entries', 'amount_cents']
  return { rows, columns: Object.fromEntries(names.map((name) => [name, bareTitle(name)])) }
}

function assumptionTable({ assumptions }: Statement) {
  return {
    rows: assumptions.map((row) => ({
      ...row,
      value: valueText(row.value),
      changed: changeWords(row),
    })),
    columns: {
      id: 'Assumption',
      value: 'Value',
      unit: 'Unit',
      changed: 'Changed',
      allowed: 'Allowed',
      why: 'Why',
      source: 'Source',
    },
  }
}
