import type { Notation } from '../format/index.js'
import { htmlTable } from '../notebook/index.js'
import { comparisonDifferences } from '../report/index.js'
import type { CardLine, RunComparison } from '../workbench/index.js'

/** What a workbench shows, as a table of two columns. */
export function cardHtml(lines: readonly CardLine[], notation: Notation): string {
  return htmlTable(lines, notation, { columns: { what: 'This workbench', value: 'shows' } })
}

/** What two runs were made from, where it differs, as a table. */
export function differencesHtml(comparison: RunComparison, notation: Notation): string {
  const { rows, a, b } = comparisonDifferences(comparison)
  return htmlTable(rows, notation, { columns: { what: 'What differs', a, b } })
}
