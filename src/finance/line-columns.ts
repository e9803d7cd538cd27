import { orderLines, type ProfitLine, profitLines } from '../schema/finance/profit-lines.js'

const PLACEHOLDERS: Readonly<Record<string, readonly ProfitLine[]>> = {
  '{line}': profitLines,
  '{order_line}': orderLines,
}

/**
 * Writes out the wide part of a model: a line of SQL with `{line}` stands once for every line of the
 * profit and loss, one with `{order_line}` once for every line that arises with orders, each time
 * with the id of that line in place of the word.
 */
export function writeOutLines(sql: string): string {
  return sql
    .split('\n')
    .flatMap((text) => {
      const found = Object.entries(PLACEHOLDERS).find(([word]) => text.includes(word))
      return found ? found[1].map(({ id }) => text.replaceAll(found[0], id)) : [text]
    })
    .join('\n')
}
