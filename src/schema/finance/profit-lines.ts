import { type Column, cents } from '../column.js'
import { type LineId, type ProfitLine, type StatusRule, sectionNumber } from './lines/line.js'
import { marketingLines } from './lines/marketing.js'
import { operatingLines } from './lines/operating.js'
import { orderCostLines } from './lines/order-costs.js'
import { revenueLines } from './lines/revenue.js'

export {
  isRevenue,
  type OrderEvent,
  type ProfitLine,
  type Section,
  type StatusRule,
  sectionNumber,
  sections,
} from './lines/line.js'

/** Every line of the profit and loss, in its order. All that adds up profit reads this list. */
export const profitLines: readonly ProfitLine[] = [
  ...revenueLines,
  ...orderCostLines,
  ...marketingLines,
  ...operatingLines,
]

/** The rules by which a status lets lines stand; lines may share one. */
export const statusRules: readonly StatusRule[] = [
  ...new Set(profitLines.flatMap(({ status }) => status ?? [])),
]

/** The lines that arise with orders, by section: the columns of unit economics. */
export const orderLines: readonly ProfitLine[] = profitLines
  .filter(({ arises }) => arises === 'order')
  .sort((a, b) => sectionNumber(a) - sectionNumber(b))

/** Those that arise once for an order and are split over its items. */
export const linesOfOrders: readonly ProfitLine[] = orderLines.filter(({ isOfOrder }) => isOfOrder)

/** Columns of lines: those of orders in tables of orders, else all. */
type LineColumns = Readonly<Partial<Record<`${LineId}_cents`, Column<'BIGINT'>>>>

/** The columns that hold lines in wide tables. */
export function lineColumns(lines: readonly ProfitLine[]): LineColumns {
  return Object.fromEntries(
    lines.map(({ id, sign, rule, restsOn }) => [
      `${id}_cents`,
      cents(`${sign > 0 ? 'Revenue' : 'Cost'}: ${rule}.`, { restsOn }),
    ]),
  )
}
