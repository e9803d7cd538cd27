import type { ProfitLine } from '../schema/finance/profit-lines.js'
import { profitLines } from './known-lines.js'

/** One line of an order whose standing follows from the order's status, as laws read it. */
export interface OrderLine {
  /** The line's id, and the column of wide tables that holds it. */
  readonly id: string
  readonly column: string
  /** The field of a status that says when it stands. */
  readonly rule: string
  readonly onlyLate: boolean
  /** How the columns of its days begin: lines that stand by one rule share them. */
  readonly dates: string
  /** The account of the profit and loss, and the one that stands against it. */
  readonly account: string
  readonly against: string
  /** The event in the journal. */
  readonly event: string
  readonly isRevenue: boolean
  /** The line in words. */
  readonly words: string
}

/** The lines whose standing follows from the status of an order. */
export const orderLines: readonly OrderLine[] = profitLines.flatMap((line) =>
  line.status ? [orderLine(line, line.status)] : [],
)

/** One line for every pair of columns of days. */
export const datedLines = orderLines.filter(
  ({ dates }, i) => orderLines.findIndex((line) => line.dates === dates) === i,
)

/** How the columns of a line's days begin. */
export const datesOf = (id: string) => orderLines.find((line) => line.id === id)!.dates

function orderLine(line: ProfitLine, status: NonNullable<ProfitLine['status']>): OrderLine {
  return {
    id: line.id,
    column: `${line.id}_cents`,
    rule: status.field,
    onlyLate: status.onlyLate ?? false,
    dates: line.id === 'refund_cost' ? line.id : status.field,
    account: line.account,
    against: line.contra,
    event: line.entry,
    isRevenue: line.sign > 0,
    words: line.name,
  }
}
