import { codeCells, type ExecutedNotebook } from '../jupyter/index.js'
import type { BookNotebook } from '../report/index.js'

const ANSWER = /^<blockquote><p><b>Answer\.<\/b> (.*)<\/p><\/blockquote>$/s

/** An executed notebook as the book takes it. */
export function bookNotebook(notebook: ExecutedNotebook): BookNotebook {
  const { name, title, seconds, executed, asked, body } = notebook
  const cells = codeCells(executed)
  const html = cells
    .flatMap(({ outputs }) => outputs ?? [])
    .map(({ data }) => String(data?.['text/html'] ?? ''))
  return {
    name,
    title,
    body,
    sources: new Map(cells.map(({ source }, index) => [index + 1, source])),
    asked,
    answers: html.flatMap((text) => ANSWER.exec(text)?.[1] ?? []),
    failed: seconds === undefined,
  }
}
