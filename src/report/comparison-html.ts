import type { Notation } from '../format/index.js'
import { captionHtml, htmlTable, htmlText, proseHtml, renderFigure } from '../notebook/index.js'
import type { RunComparison } from '../workbench/index.js'
import { comparisonDifferences, comparisonFigure, comparisonSentence } from './comparison.js'
import { page, wideHtml } from './statement/page.js'

/** Two runs as a page of HTML: what differs, and the way from one result to the other, line by line. */
export async function comparisonHtml(
  comparison: RunComparison,
  notation: Notation,
): Promise<string> {
  const { rows, a, b } = comparisonDifferences(comparison)
  const way = `From the operating result of ${a} to that of ${b}, a step for each line that differs.`
  const figure = comparisonFigure(comparison)(notation)
  const sides = { a_cents: a, b_cents: b, difference_cents: 'Difference' }
  const lines = comparison.lines.filter((row) => row.a_cents !== 0 || row.b_cents !== 0)
  const table = (shown: readonly object[], caption: string, columns: Record<string, string>) =>
    wideHtml(htmlTable(shown, notation, { caption, columns, maxRows: shown.length }), caption)
  const body = [
    `<main><h1>${htmlText(`${a} and ${b}`)}</h1>`,
    `<p>${proseHtml(comparisonSentence(comparison, notation))}</p>`,
    wideHtml(await renderFigure(figure, { number: 1, caption: way }), 'Figure 1'),
    captionHtml(1, way),
    table(rows, 'What differs', { what: 'What', a, b }),
    table(lines, 'Profit and loss by purchase', { name: 'Line', ...sides }),
    '</main>',
  ]
  return page(`${a} and ${b}`, body.join('\n'))
}
