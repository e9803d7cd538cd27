import {
  orderLines,
  type ProfitLine,
  profitLines,
  sectionNumber,
} from '../schema/finance/profit-lines.js'

const upTo = (section: number) => orderLines.filter((line) => sectionNumber(line) <= section)

const PLACEHOLDERS: Readonly<Record<string, readonly ProfitLine[]>> = {
  '{line}': profitLines,
  '{order_line}': orderLines,
  '{order_line_1}': upTo(1),
  '{order_line_2}': upTo(2),
  '{order_line_3}': upTo(3),
}

/**
 * Writes out the wide part of a model: a line of SQL with `{line}` stands once for every line of the
 * profit and loss, one with `{order_line}` once for every line that arises with orders, and one with
 * `{order_line_2}` once for those that enter contribution 2; each time with the id of that line in place
 * of the word, and + or - in place of `{sign}`.
 */
export function writeOutLines(sql: string): string {
  return sql
    .split('\n')
    .flatMap((text) => {
      const found = Object.entries(PLACEHOLDERS).find(([word]) => text.includes(word))
      if (!found) return [text]
      const [word, lines] = found
      return lines.map(({ id, sign }) =>
        text.replaceAll(word, id).replaceAll('{sign}', sign > 0 ? '+' : '-'),
      )
    })
    .join('\n')
}
