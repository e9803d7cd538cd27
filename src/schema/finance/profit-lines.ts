import { type Ground, MARKETING, RELEASED } from '../basis.js'
import { type Column, cents } from '../column.js'

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

/** An event of an order on which a line of it may stand. */
export type OrderEvent = 'approval' | 'hand_over' | 'delivery'

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
  readonly id: string
  readonly name: string
  /** 1: it adds to profit; -1: it takes from it. */
  readonly sign: 1 | -1
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
  readonly status?: StatusRule
}

const ITEMS = 'finance.fct_unit_economics'
const INVENTORY = 'attribution.click_inventory_daily'
const PAID = ['delivered', 'shipped', 'invoiced', 'processing', 'approved']
const SENT = ['delivered', 'shipped', 'canceled', 'unavailable']

const commissionRule: StatusRule = {
  field: 'commission',
  on: 'delivery',
  statuses: ['delivered'],
  why: 'Commission is earned on delivery',
}
const freightRule: StatusRule = {
  field: 'freight',
  on: 'delivery',
  statuses: ['delivered'],
  why: 'Freight billed is earned on delivery',
}

/** Every line of the profit and loss, in its order. All that adds up profit reads this list. */
export const profitLines: readonly ProfitLine[] = [
  {
    id: 'commission',
    name: 'Commission',
    sign: 1,
    section: 'contribution_1',
    account: 'commission',
    contra: 'seller_payable',
    entry: 'commission_earned',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'The rate of the seller’s tier on the price of an item',
    arises: 'order',
    status: commissionRule,
  },
  {
    id: 'freight_billed',
    name: 'Freight billed',
    sign: 1,
    section: 'contribution_2',
    account: 'freight',
    contra: 'seller_payable',
    entry: 'freight_earned',
    source: ITEMS,
    restsOn: ['orders'],
    rule: 'What the buyer paid for the freight of an item',
    arises: 'order',
    status: freightRule,
  },
  {
    id: 'subscription_revenue',
    name: 'Subscription revenue',
    sign: 1,
    section: 'contribution_after_marketing',
    account: 'subscription_revenue',
    contra: 'deferred_subscription',
    entry: 'subscription_earned',
    source: 'finance.fct_subscriptions',
    restsOn: ['orders', 'plans'],
    rule: 'The price of the seller’s plan, billed on the 1st and earned by day',
    arises: 'day',
  },
  {
    id: 'payment_fee',
    name: 'Payment fees',
    sign: -1,
    section: 'contribution_1',
    account: 'payment_fees',
    contra: 'cash',
    entry: 'payment_fee',
    source: ITEMS,
    restsOn: ['payments', 'rates'],
    rule: 'The acquirer’s share of each payment and its fixed fee, split over items by price',
    arises: 'order',
    status: {
      field: 'payment_fee',
      on: 'approval',
      statuses: PAID,
      why: 'The acquirer takes its fee when the payment is approved',
    },
  },
  {
    id: 'carrier_cost',
    name: 'Carrier cost',
    sign: -1,
    section: 'contribution_2',
    account: 'carrier',
    contra: 'cash',
    entry: 'carrier_owed',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A share of the freight of an item',
    arises: 'order',
    status: {
      field: 'carrier',
      on: 'hand_over',
      statuses: SENT,
      why: 'The carrier is owed from the hand-over',
    },
  },
  {
    id: 'operations_cost',
    name: 'Operations',
    sign: -1,
    section: 'contribution_2',
    account: 'operations',
    contra: 'cash',
    entry: 'operations_done',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A cost of each item and of each order, dearer on weekends where declared',
    arises: 'order',
    status: {
      field: 'operations',
      on: 'hand_over',
      statuses: SENT,
      why: 'Handling is done by the hand-over',
    },
  },
  {
    id: 'sla_penalty',
    name: 'Late-delivery penalties',
    sign: -1,
    section: 'contribution_2',
    account: 'sla_penalty',
    contra: 'cash',
    entry: 'sla_penalty',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A share of the freight of an item that came late',
    arises: 'order',
    status: {
      field: 'sla_penalty',
      on: 'delivery',
      statuses: ['delivered'],
      onlyLate: true,
      why: 'A late delivery is known on delivery',
    },
  },
  {
    id: 'acquisition_cost',
    name: 'Acquisition cost',
    sign: -1,
    section: 'contribution_3',
    account: 'acquisition_cost',
    contra: 'click_inventory',
    entry: 'clicks_consumed',
    source: INVENTORY,
    restsOn: MARKETING,
    rule: 'The cost of the clicks that an order consumed, whatever became of it, split over items by price',
    arises: 'order',
  },
  {
    id: 'marketing_decayed',
    name: 'Clicks decayed',
    sign: -1,
    section: 'contribution_after_marketing',
    account: 'marketing_decayed',
    contra: 'click_inventory',
    entry: 'clicks_decayed',
    source: INVENTORY,
    restsOn: MARKETING,
    rule: 'The cost of clicks that were lost inside the window',
    arises: 'day',
  },
  {
    id: 'marketing_expired',
    name: 'Clicks expired',
    sign: -1,
    section: 'contribution_after_marketing',
    account: 'marketing_expired',
    contra: 'click_inventory',
    entry: 'clicks_expired',
    source: INVENTORY,
    restsOn: MARKETING,
    rule: 'The cost of clicks that reached the end of the window',
    arises: 'day',
  },
  {
    id: 'marketing_no_response',
    name: 'Spend without response',
    sign: -1,
    section: 'contribution_after_marketing',
    account: 'marketing_no_response',
    contra: 'marketing_in_flight',
    entry: 'no_response',
    source: 'market.fct_marketing_daily',
    restsOn: RELEASED,
    rule: 'Money released on a day without clicks',
    arises: 'day',
  },
  {
    id: 'fixed_cost',
    name: 'Fixed costs',
    sign: -1,
    section: 'operating_result',
    account: 'fixed_costs',
    contra: 'cash',
    entry: 'fixed_cost',
    source: 'finance.fixed_costs',
    restsOn: ['fixed_costs'],
    rule: 'Declared amounts of a month, by day',
    arises: 'day',
  },
  {
    id: 'commission_tax',
    name: 'Tax on commission',
    sign: -1,
    section: 'operating_result',
    account: 'commission_tax',
    contra: 'cash',
    entry: 'commission_tax',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A declared share of the commission of an item',
    arises: 'order',
    status: commissionRule,
  },
  {
    id: 'freight_tax',
    name: 'Tax on freight',
    sign: -1,
    section: 'operating_result',
    account: 'freight_tax',
    contra: 'cash',
    entry: 'freight_tax',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A declared share of the freight billed of an item',
    arises: 'order',
    status: freightRule,
  },
  {
    id: 'subscription_tax',
    name: 'Tax on subscriptions',
    sign: -1,
    section: 'operating_result',
    account: 'subscription_tax',
    contra: 'cash',
    entry: 'subscription_tax',
    source: 'finance.fct_subscriptions',
    restsOn: ['orders', 'plans', 'rates'],
    rule: 'A declared share of what a plan earns in a day',
    arises: 'day',
  },
]

/** The rules by which a status lets lines stand; lines may share one. */
export const statusRules: readonly StatusRule[] = [
  ...new Set(profitLines.flatMap(({ status }) => status ?? [])),
]

const sectionIds = Object.keys(sections)

/** The number of a line's section: 1 for those that enter the first total. */
export function sectionNumber({ section }: ProfitLine): number {
  return sectionIds.indexOf(section) + 1
}

/** The lines that arise with orders, by section: the columns of unit economics. */
export const orderLines: readonly ProfitLine[] = profitLines
  .filter(({ arises }) => arises === 'order')
  .sort((a, b) => sectionNumber(a) - sectionNumber(b))

/** The columns that hold lines in wide tables. */
export function lineColumns(lines: readonly ProfitLine[]): Record<string, Column> {
  return Object.fromEntries(
    lines.map(({ id, sign, rule, restsOn }) => [
      `${id}_cents`,
      cents(`${sign > 0 ? 'Revenue' : 'Cost'}: ${rule}.`, { restsOn }),
    ]),
  )
}
