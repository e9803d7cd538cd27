import type { Notation } from '../../format/index.js'
import { headSentence } from '../head.js'
import { horizonWords } from '../sentences.js'
import { textTable } from '../text-table.js'
import { detail } from './detail.js'
import type { StatementSection, StatementTable } from './document.js'
import { firstPage } from './first-page.js'
import type { Statement } from './statement.js'

/** The first page for a terminal: the answer, its basis, and all that it takes to weigh it. */
export function firstPageText(statement: Statement): string {
  const { notation } = statement
  const sections = firstPage(statement).map((section) =>
    (section.tables.length === 0
      ? [section.title, ...section.sentences]
      : [...section.tables.flatMap((table) => pageTable(table, notation)), ...section.sentences]
    ).join('\n'),
  )
  return [titleText(statement), ...sections].join('\n\n')
}

/** The whole statement for a terminal: the first page, then the detail, each figure with the SQL that gives it. */
export function statementText(statement: Statement): string {
  const sections = detail(statement).map((section) => sectionText(section, statement.notation))
  return [firstPageText(statement), ...sections].join('\n\n')
}

/** One section of the detail for a terminal. */
export function sectionText(section: StatementSection, notation: Notation): string {
  const { title, sentences, tables } = section
  const parts = [`${title}\n${'='.repeat(title.length)}`, sentences.join('\n')]
  const shown = tables.map((table) => detailTable(table, notation))
  return [...parts.filter((part) => part !== ''), ...shown].join('\n\n')
}

function titleText(statement: Statement): string {
  return `Statement of ${horizonWords(statement)}\n${headSentence(statement.head)}`
}

/** On the first page the first header of a table stands for the title of its section. */
function pageTable(table: StatementTable, notation: Notation): string[] {
  return [aligned(table, notation), ...(table.basis === '' ? [] : [table.basis])]
}

function detailTable(table: StatementTable, notation: Notation): string {
  const { caption, basis, sql, rows } = table
  const body = rows.length === 0 ? 'No rows.' : aligned(table, notation)
  const question = sql === '' ? [] : [`SQL: ${sql.replace(/\s+/g, ' ').trim()}`]
  return [`${caption}.`, body, basis, ...question].join('\n')
}

/** The questions to each account stand once, in a sentence: in a terminal they are wider than the rest. */
function aligned({ rows, columns }: StatementTable, notation: Notation): string {
  const { question: _, ...shown } = columns
  const [first] = Object.keys(shown)
  const isMoney = Object.keys(shown).some((name) => name.endsWith('_cents'))
  const headers = isMoney
    ? { ...shown, [first!]: `${shown[first!]} (${notation.money.symbol})` }
    : shown
  return textTable(rows, headers, notation)
}
