import { escapeHtml } from '../../notebook/html.js'
import { schemas } from '../../schema/dictionary.js'
import { dictionaryLink, linkLine } from './links.js'
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

/** The content of a notebook's page: below the code of each cell, what it asks, of which tables, in which SQL. */
export function notebookBody(notebook: BookNotebook): string {
  const file = `${notebook.name}.html`
  return notebook.body
    .replace(/<!--cell (\d+)-->/g, (_, number: string) => askedPart(notebook, Number(number), file))
    .replace(
      /<details class="code">\n<summary>Cell (\d+)</g,
      (_, n) =>
        `<details class="code" id="${cellAnchor(Number(n))}">\n<summary>Cell ${n}: ${summary(notebook, Number(n))}<`,
    )
}

function summary({ asked }: BookNotebook, number: number): string {
  return (asked.get(number) ?? []).length > 0 ? 'code, questions, SQL' : 'code'
}

function askedPart({ sources, asked }: BookNotebook, number: number, file: string): string {
  const source = sources.get(number) ?? ''
  const statements = [...new Set(asked.get(number) ?? [])]
  const laws = /checkLaws\(\w+(?:, '(\w+)')?/.exec(source)
  const questions = questionDocs()
    .filter(({ name }) => new RegExp(`\\b${name}\\(`).test(source))
    .map(({ name, about }) => `<li><code>${name}</code>: ${escapeHtml(about)}</li>`)
  const links = tablesNamed(statements).map((name) => dictionaryLink('table', name, file))
  return [
    ...(questions.length > 0 ? [`<ul>${questions.join('')}</ul>`] : []),
    ...(laws
      ? [
          `<p><a href="dictionary.html#laws-${laws[1] ?? 'raw'}">Every law of this stage, with its SQL</a></p>`,
        ]
      : []),
    linkLine('Reads', links),
    ...(laws ? [] : statements.map((sql) => `<pre>${escapeHtml(dedent(sql))}</pre>`)),
  ].join('\n')
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
