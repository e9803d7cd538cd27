import { readFileSync } from 'node:fs'
import { escapeHtml } from '../../format/html.js'
import { turningStyle, turningTables } from '../turning-tables.js'
import { exploreTag } from './explore-figures.js'

/** One page of the book: its file, and what the contents call it. */
export interface BookPage {
  readonly file: string
  readonly title: string
}

export interface PageContent {
  readonly file: string
  readonly title: string
  /** HTML; its second headings that have an id stand in the contents. */
  readonly body: string
  /** Every page of the book in order, this one among them. */
  readonly pages: readonly BookPage[]
}

/** A page of the book as one file of HTML: contents, text, style. It needs no other, but to explore figures. */
export function bookPage({ file, title, body, pages }: PageContent): string {
  const css = readFileSync(new URL('./page.css', import.meta.url), 'utf8')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Causeway</title>
<style>
${css}
${turningStyle()}</style>
</head>
<body>
<nav class="to-contents" aria-label="Up"><a href="#contents">Contents</a></nav>
<div class="layout">
<nav class="contents" id="contents" aria-label="Contents">
<ol>
${pages.map((page) => contentsItem(page, file, body)).join('\n')}
</ol>
</nav>
<main>
${turningTables(scrollable(body))}
</main>
</div>
${exploreTag(body)}</body>
</html>
`
}

function contentsItem(page: BookPage, current: string, body: string): string {
  const title = escapeHtml(page.title)
  if (page.file !== current) return `<li><a href="${page.file}">${title}</a></li>`
  const items = headings(body).map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`)
  const inner = items.length > 0 ? `\n<ol>\n${items.join('\n')}\n</ol>` : ''
  return `<li><strong aria-current="page">${title}</strong>${inner}</li>`
}

/** The second headings of a text, as HTML without tags. */
function headings(body: string): { id: string; text: string }[] {
  return [...body.matchAll(/<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/gs)].map(([, id, content]) => ({
    id: id!,
    text: content!.replace(/<a class="anchor-link".*?<\/a>/gs, '').replace(/<[^>]+>/g, ''),
  }))
}

/** Figures that a narrow screen shows in part can be moved by the keyboard too. */
function scrollable(body: string): string {
  return body.replaceAll('<figure>', '<figure tabindex="0" role="group" aria-label="Figure">')
}
