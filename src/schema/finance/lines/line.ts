import type { Ground } from '../../basis.js'

/**
 * The totals of the profit and loss, in order. A line belongs to the first total that it enters; every
 * later total holds it too.
 */
export const sections = {
  contribution_1: 'Contribution 1',
  contribution_2: 'Contribution 2',
  contribution_3: 'Contribution 3',
  contribution_after_marketing: 'Contribution after marketing',
  operating_result: 'Operating result',
} as const
export type Section = keyof typeof sections

/** The ids of lines. */
export type LineId =
  | 'commission'
  | 'goods_revenue'
  | 'freight_billed'
  | 'freight_passed_on'
  | 'subscription_revenue'
  | 'payment_fee'
  | 'anticipation_fee'
  | 'chargeback'
  | 'kept_fee'
  | 'cost_of_goods'
  | 'refund_cost'
  | 'carrier_cost'
  | 'operations_cost'
  | 'sla_penalty'
  | 'acquisition_cost'
  | 'marketing_decayed'
  | 'marketing_expired'
  | 'marketing_no_response'
  | 'fixed_cost'
  | 'commission_tax'
  | 'freight_tax'
  | 'subscription_tax'

/** An event of an order on which a line of it may stand. */
export type OrderEvent = 'approval' | 'hand_over' | 'delivery' | 'end'

/** When a line of an order stands: on an event, in the statuses that let it. */
export interface StatusRule {
  /** The field under `finance.statuses.*` by which it is declared. */
  readonly field: string
  readonly on: OrderEvent
  /** Statuses in which the line stands by default. */
  readonly statuses: readonly string[]
  /** Only for orders that came late. Default false. */
  readonly onlyLate?: boolean
  readonly why: string
}

/** One line of the profit and loss. Tables hold it as `<id>_cents`, never negative in itself. */
export interface ProfitLine {
  readonly id: LineId
  readonly name: string
  /** 1: it adds to profit; -1: it takes from it. */
  readonly sign: 1 | -1
  /** It gives back a cost: it adds to profit and is no revenue. Default false. */
  readonly isRecovery?: boolean
  readonly section: Section
  /** The account that holds it, and the one against which it is booked. */
  readonly account: string
  readonly contra: string
  /** What its entries in the journal are called. */
  readonly entry: string
  /** The table that says how much. */
  readonly source: string
  /** What it is made from. */
  readonly restsOn: readonly Ground[]
  /** The rule in words: how much, and when. */
  readonly rule: string
  /**
   * Where it arises: `order` in `staging/item_amounts` and on the days of {@link StatusRule}, or of the
   * purchase where there is none; `day` in `staging/other_postings`.
   */
  readonly arises: 'order' | 'day'
  /** It arises once for an order and is split over its items by price. Default false. */
  readonly isOfOrder?: boolean
  readonly status?: StatusRule
}

const sectionIds = Object.keys(sections)

/** Whether a line is revenue, of which margins and take rates are told. */
export function isRevenue({ sign, isRecovery }: ProfitLine): boolean {
  return sign > 0 && !isRecovery
}

/** The number of a line's section: 1 for those that enter the first total. */
export function sectionNumber({ section }: ProfitLine): number {
  return sectionIds.indexOf(section) + 1
}
