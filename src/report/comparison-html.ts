import type { Notation } from '../format/index.js'
import { captionHtml, htmlTable, htmlText, renderFigure, waterfall } from '../notebook/index.js'
import type { RunComparison } from '../workbench/index.js'
import { comparisonDifferences, comparisonSentence, comparisonSteps } from './comparison.js'
import { page } from './statement/page.js'

/** Two runs as a page of HTML: what differs, and the way from one result to the other, line by line. */
export async function comparisonHtml(
  comparison: RunComparison,
  notation: Notation,
): Promise<string> {
  const { rows, a, b } = comparisonDifferences(comparison)
  const caption = `From the operating result of ${a} to that of ${b}, a step for each line that differs.`
  const steps = comparisonSteps(comparison)
  const figure = waterfall({
    data: steps,
    step: 'step',
    value: 'amount_cents',
    total: 'is_total',
  })(notation)
  const sides = { a_cents: a, b_cents: b, difference_cents: 'Difference' }
  const lines = comparison.lines.filter((row) => row.a_cents !== 0 || row.b_cents !== 0)
  const body = [
    `<main><h1>${htmlText(`${a} and ${b}`)}</h1>`,
    `<p>${htmlText(comparisonSentence(comparison, notation))}</p>`,
    await renderFigure(figure, { number: 1, caption }),
    captionHtml(1, caption),
    wide(htmlTable(rows, notation, { caption: 'What differs', columns: { what: 'What', a, b } })),
    wide(
      htmlTable(lines, notation, {
        caption: 'Profit and loss by purchase',
        columns: { name: 'Line', ...sides },
        maxRows: lines.length,
      }),
    ),
    '</main>',
  ]
  return page(`${a} and ${b}`, body.join('\n'))
}

const wide = (table: string) => `<div class="wide" role="region" tabindex="0">${table}</div>`
