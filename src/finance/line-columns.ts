import {
  isRevenue,
  linesOfOrders,
  orderLines,
  profitLines,
  sectionNumber,
} from '../schema/finance/profit-lines.js'

interface Named {
  readonly id: string
  readonly sign: 1 | -1
}

const upTo = (section: number) => orderLines.filter((line) => sectionNumber(line) <= section)

const PLACEHOLDERS: Readonly<Record<string, readonly Named[]>> = {
  '{line}': profitLines,
  '{order_line}': orderLines,
  '{revenue}': profitLines.filter(isRevenue),
  '{revenue_line}': orderLines.filter(isRevenue),
  '{order_line_1}': upTo(1),
  '{order_line_2}': upTo(2),
  '{order_line_3}': upTo(3),
  '{whole}': linesOfOrders,
  '{split}': [...linesOfOrders, { id: 'operations_base', sign: -1 }],
}

/**
 * Writes out the wide part of a model: a line of SQL with one of these words stands once for every line
 * of the profit and loss that the word names, with its id in place of the word and + or - in place of
 * `{sign}`. `{line}`: all; `{order_line}`: those that arise with orders, with a number those of them that
 * enter this contribution; `{revenue}`: all that are revenue; `{revenue_line}`: those of them that arise with
 * orders; `{whole}`: those that arise once for an order; `{split}`: what is split over the
 * items of an order.
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
