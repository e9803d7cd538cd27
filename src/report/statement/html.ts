import {
  captionHtml,
  htmlTable,
  htmlText,
  noticeHtml,
  proseHtml,
  renderFigure,
} from '../../notebook/index.js'
import type { Workbench } from '../../workbench/index.js'
import { headSentence } from '../head.js'
import { horizonWords } from '../sentences.js'
import { detail } from './detail.js'
import type { StatementSection, StatementTable } from './document.js'
import { statementFigures } from './figures.js'
import { firstPage } from './first-page.js'
import { page, wideHtml } from './page.js'
import type { Statement } from './statement.js'

/** The statement as a page of HTML that needs nothing else: the first page, then the detail. */
export async function statementHtml(statement: Statement, workbench: Workbench): Promise<string> {
  const title = `Statement of ${horizonWords(statement)}`
  const sections = await Promise.all(
    detail(statement).map(async (section) =>
      sectionHtml(section, statement, await figuresOf(section, statement, workbench)),
    ),
  )
  const warnings = statement.notes.filter(({ severity }) => severity === 'warning')
  const body = [
    '<main>',
    `<header><h1>${title}</h1>`,
    `<p class="run">${htmlText(headSentence(statement.head))}</p></header>`,
    '<div class="first-page">',
    ...warnings.map((note) => noticeHtml('warning', note.statement)),
    ...firstPage(statement).map((section) => frontHtml(section, statement)),
    '</div>',
    '<div class="detail">',
    ...sections,
    '</div></main>',
  ]
  return page(title, body.join('\n'))
}

/** A section of the first page, its sentences first where it has no table. */
function frontHtml(section: StatementSection, statement: Statement): string {
  const { id, title, sentences, tables } = section
  return [
    `<section id="${id}"><h2>${htmlText(title)}</h2>`,
    ...tables.map((table) => tableHtml(table, statement)),
    ...sentences.map((sentence) => `<p>${proseHtml(sentence)}</p>`),
    '</section>',
  ].join('\n')
}

function sectionHtml(
  section: StatementSection,
  statement: Statement,
  figures: readonly string[],
): string {
  const { id, title, sentences, tables } = section
  return [
    `<section id="${id}"><h2>${htmlText(title)}</h2>`,
    ...sentences.map((sentence) => `<p>${proseHtml(sentence)}</p>`),
    ...figures,
    ...tables.map((table) => `${tableHtml(table, statement)}${questionHtml(table)}`),
    '</section>',
  ].join('\n')
}

function tableHtml(table: StatementTable, { notation }: Statement): string {
  const { caption, rows, columns, links, totalRow } = table
  const html = htmlTable(rows, notation, {
    caption,
    columns,
    maxRows: rows.length,
    ids: 'place',
    ...(links ? { links: { [links]: 'at' } } : {}),
    ...(totalRow ? { totalRow } : {}),
  })
  const basis = table.basis === '' ? '' : `\n<p class="basis">${htmlText(table.basis)}</p>`
  return `${wideHtml(html, caption)}${basis}`
}

function questionHtml({ sql }: StatementTable): string {
  if (sql === '') return ''
  const words = `causeway sql "${sql.replace(/\s+/g, ' ').trim()}"`
  return `\n<p class="question"><code>${htmlText(words)}</code></p>`
}

async function figuresOf(
  { id }: StatementSection,
  statement: Statement,
  workbench: Workbench,
): Promise<string[]> {
  if (id !== 'profit-detail' && id !== 'customers') return []
  const all = await statementFigures(workbench, statement)
  const figures = all.filter(({ section }) => section === id)
  const drawn = []
  for (const { figure, ...options } of figures) {
    const svg = await renderFigure(figure(statement.notation), options)
    drawn.push(
      wideHtml(svg, `Figure ${options.number}`),
      captionHtml(options.number, options.caption),
    )
  }
  return drawn
}
