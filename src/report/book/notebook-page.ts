import { escapeHtml } from '../../format/html.js'
import { schemas } from '../../schema/dictionary.js'
import { anchors, DICTIONARY, dictionaryLink, linkLine } from './links.js'
import { questionDocs } from './question-docs.js'

/** One executed notebook as the book shows it. */
export interface BookNotebook {
  /** Without `.ipynb`. */
  readonly name: string
  readonly title: string
  /** Its content as HTML: `<!--cell N-->` stands where what a cell asked is told. */
  readonly body: string
  /** The source of its code cells, by number from 1. */
  readonly sources: ReadonlyMap<number, string>
  /** The statements that each cell put to the artifacts, by number from 1. */
  readonly asked: ReadonlyMap<number, readonly string[]>
  /** Its answers in words, in order; none where it did not run to its end. */
  readonly answers: readonly string[]
  readonly failed: boolean
}

/** The published tables that statements name, in order. */
export function tablesNamed(statements: readonly string[]): string[] {
  const names = statements.flatMap((sql) => [...sql.matchAll(/\b(\w+)\.(\w+)/g)])
  const known = names.flatMap(([whole, artifact, table]) =>
    table! in (schemas[artifact as keyof typeof schemas] ?? {}) ? [whole] : [],
  )
  return [...new Set(known)]
}

/** Where a cell stands on its page. */
export const cellAnchor = (number: number) => `cell-${number}`

/**
 * The content of a notebook's page: below the code of each cell, what it asks, of which tables, in which SQL. A
 * dotted name in a table may break behind its dots and underscores.
 */
export function notebookBody(notebook: BookNotebook): string {
  return notebook.body
    .replace(/<!--cell (\d+)-->/g, (_, number: string) => askedPart(notebook, Number(number)))
    .replace(
      /<details class="code">\n<summary>Cell (\d+)</g,
      (_, n) =>
        `<details class="code" id="${cellAnchor(Number(n))}">\n<summary>Cell ${n}: ${summary(notebook, Number(n))}<`,
    )
    .replace(
      /(<td[^>]*>)([a-z]\w*(?:\.(?:\w+|\*))+)(?=<)/g,
      (_, cell, name: string) => cell + name.replaceAll(/[._]/g, '$&<wbr>'),
    )
}

function summary(notebook: BookNotebook, number: number): string {
  const { asked } = notebook
  if ((asked.get(number) ?? []).length > 0) return 'code, questions, SQL'
  return earlierCells(notebook, number).length > 0 ? 'code, questions' : 'code'
}

/** The cells that declare what a cell shows and that asked for it. */
function earlierCells({ sources, asked }: BookNotebook, number: number): number[] {
  const used = sources.get(number) ?? ''
  return [...sources].flatMap(([earlier, source]) => {
    if (earlier >= number || (asked.get(earlier) ?? []).length === 0) return []
    const names = [...source.matchAll(/const (\w+|\{[^}]*\}) = await/g)].flatMap(
      ([, declared]) => declared!.match(/\w+/g) ?? [],
    )
    return names.some((name) => new RegExp(`\\b${name}\\b`).test(used)) ? [earlier] : []
  })
}

function askedPart(notebook: BookNotebook, number: number): string {
  const { sources, asked } = notebook
  const source = sources.get(number) ?? ''
  const statements = [...new Set(asked.get(number) ?? [])]
  const laws = /checkLaws\(\w+(?:, '(\w+)')?/.exec(source)
  const earlier = earlierCells(notebook, number)
  const read = [statements, ...earlier.map((other) => asked.get(other)!)].flat()
  return [
    questionList(source),
    laws ? lawsLink(laws[1]) : '',
    linkLine(
      'Asked in',
      earlier.map((other) => `<a href="#${cellAnchor(other)}">cell ${other}</a>`),
    ),
    linkLine(
      'Reads',
      tablesNamed(read).map((name) => dictionaryLink('table', name, `${notebook.name}.html`)),
    ),
    ...(laws ? [] : statements.map((sql) => `<pre>${escapeHtml(dedent(sql))}</pre>`)),
  ]
    .filter(Boolean)
    .join('\n')
}

function questionList(source: string): string {
  const items = questionDocs()
    .filter(({ name }) => new RegExp(`\\b${name}\\(`).test(source))
    .map(({ name, about }) => `<li><code>${name}</code>: ${escapeHtml(about)}</li>`)
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`
}

function lawsLink(stage: string | undefined): string {
  const anchor = stage === undefined ? 'laws' : anchors.laws(stage)
  return `<p class="links"><a href="${DICTIONARY}#${anchor}">Every law of this stage, with its SQL</a></p>`
}

/** A statement without the indent that it has in the code around it. */
function dedent(sql: string): string {
  const lines = sql
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n')
  const indents = lines
    .slice(1)
    .flatMap((line) => (line.trim() ? [/^ */.exec(line)![0].length] : []))
  const least = Math.min(...indents, Number.POSITIVE_INFINITY)
  return lines
    .map((line) =>
      /^ /.test(line) ? line.slice(Math.min(least, /^ */.exec(line)![0].length)) : line,
    )
    .join('\n')
}
