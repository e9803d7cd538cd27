import { escapeHtml } from '../../format/html.js'
import { htmlText, proseHtml } from '../../notebook/html.js'
import { noticeHtml } from '../../notebook/notice.js'
import { basisSentences } from '../basis.js'
import { headSentence } from '../head.js'
import { judgmentSentence } from '../judgment.js'
import { horizonWords, verdictSentences } from '../sentences.js'
import type { Statement } from '../statement/statement.js'
import { plainTable } from './html-table.js'
import { DICTIONARY } from './links.js'
import type { BookNotebook } from './notebook-page.js'

export interface IndexContent {
  /** Undefined where the run did not go through judgment. */
  readonly statement: Statement | undefined
  /** What should change; none where no decisions were made. */
  readonly advice: readonly string[]
  readonly notebooks: readonly BookNotebook[]
  readonly documents: readonly BookDocument[]
}

/** A document of the library as a page of the book. */
export interface BookDocument {
  readonly name: string
  readonly title: string
  readonly body: string
}

/** The first page: the answer and what it rests on, what was changed, and where to read on. */
export function indexBody({ statement, advice, notebooks, documents }: IndexContent): string {
  return [
    '<h1>Did the business make or lose money, and where did the marketing money go?</h1>',
    ...(statement ? answerParts(statement, advice) : [NO_ANSWER]),
    '<h2 id="notebooks">The five notebooks</h2>',
    plainTable(['Notebook', 'Its answer'], notebooks.map(notebookRow)),
    '<h2 id="look-up">Look up</h2>',
    '<ul>',
    ...(statement
      ? [
          '<li><a href="statement.html">Statement</a>: profit and loss, channels, balances, judgment, on one page.</li>',
        ]
      : []),
    `<li><a href="${DICTIONARY}">Data dictionary and lineage</a>: every table, column, model, law and assumption.</li>`,
    ...documents.map(
      ({ name, title }) => `<li><a href="${name}.html">${escapeHtml(title)}</a></li>`,
    ),
    '</ul>',
  ].join('\n')
}

const NO_ANSWER = noticeHtml(
  'problem',
  'This run did not go through every stage, so there is no answer to show.',
)

function answerParts(statement: Statement, advice: readonly string[]): string[] {
  const { judgment, head, notation } = statement
  return [
    `<p class="quiet">${htmlText(horizonWords(statement))}, ${escapeHtml(notation.money.symbol)}. ${htmlText(headSentence(head))}</p>`,
    noticeHtml('answer', verdictSentences(statement).join(' ')),
    '<h2 id="basis">What it rests on</h2>',
    `<p>${proseHtml(basisSentences(statement).join(' '))}</p>`,
    noticeHtml(judgment.consistent ? 'good' : 'problem', judgmentSentence(judgment)),
    '<h2 id="change">What should change</h2>',
    ...(advice.length > 0
      ? advice.map((sentence) => `<p>${proseHtml(sentence)}</p>`)
      : [
          '<p>No decisions were made on this run. Where the data allow none, <a href="03_market_engine.html">notebook 3</a> says why.</p>',
        ]),
    '<h2 id="changed">Changed assumptions</h2>',
    changedPart(statement),
  ]
}

function changedPart({ head: { changed } }: Statement): string {
  const all = `<a href="${DICTIONARY}#assumptions">All assumptions in force</a>`
  if (changed.length === 0) return `<p>None: every value is the default. ${all}.</p>`
  const rows = changed.map(({ id, value, basis }) => [`<code>${id}</code>`, htmlText(value), basis])
  return `${plainTable(['Assumption', 'Value in this run', 'Basis'], rows)}\n<p>${all}.</p>`
}

function notebookRow({ name, title, answers, failed }: BookNotebook): string[] {
  const answer = failed
    ? '<b>It did not run to its end.</b> Its page says what failed.'
    : firstSentence(answers[0] ?? '')
  return [`<a href="${name}.html">${escapeHtml(title)}</a>`, answer]
}

/** The first sentence of an answer in HTML; an abbreviation or a number does not end it. */
function firstSentence(html: string): string {
  return /^.*?[.!?](?= [A-Z]|$)/s.exec(html)?.[0] ?? html
}
