import type { StagingTable } from '../schema/staging.js'
import type { OptionalColumn, Source, Staging } from './source.js'

/** What a run costs that some part of the observation is missing. */
export interface Lack {
  readonly part: StagingTable | OptionalColumn
  readonly severity: 'info' | 'warning'
  readonly statement: string
}

const sentences: Partial<Record<StagingTable | OptionalColumn, Omit<Lack, 'part'>>> = {
  customers: {
    severity: 'warning',
    statement:
      'No customers: whoever an order names counts as one person without a place, so the number of new customers is that of the buyers that orders name.',
  },
  sellers: {
    severity: 'info',
    statement: 'No sellers: they are those that items name; where they are is unknown.',
  },
  products: {
    severity: 'info',
    statement:
      'No products: they are those that items name; their category is the declared fallback.',
  },
  payments: {
    severity: 'warning',
    statement:
      'No payments: every order counts as paid once, in full, price and freight, by a method that is not known; its fee is the declared one of that method.',
  },
  reviews: {
    severity: 'info',
    statement: 'No reviews: nothing is known of how buyers judged. No money depends on it.',
  },
  geography: {
    severity: 'info',
    statement: 'No geolocation: places have no coordinates. No money depends on it.',
  },
  leads: {
    severity: 'info',
    statement: 'No leads: what it cost to win sellers is not in this answer.',
  },
  'orders.delivered_at': {
    severity: 'warning',
    statement:
      'No delivery dates: a delivered order counts as handed over and delivered so many days after its purchase as dwh.hand_over_days and dwh.delivery_days declare, and commission is earned then.',
  },
  'order_items.product_id': {
    severity: 'info',
    statement:
      'No product in the items: those of one category count as one product, all of them where no category is told either.',
  },
  'order_items.seller_id': {
    severity: 'warning',
    statement:
      'No seller in the items: all belong to one seller, whose commission and plan are those of its tier.',
  },
  'order_items.freight_cents': {
    severity: 'warning',
    statement: 'No freight: nothing was billed for it, and what carriers cost is reckoned from 0.',
  },
}

/** What a source lacks, and what that costs, in words. */
export function lacksOf(source: Source, staging: Staging): Lack[] {
  const tables = (Object.keys(sentences) as (StagingTable | OptionalColumn)[]).filter(
    (part) => !part.includes('.') && staging[part as StagingTable] === undefined,
  )
  return [...tables, ...source.lacks].map((part) => ({ part, ...sentences[part]! }))
}

/**
 * What is not told of the cost of goods, where the files of a source might tell it.
 *
 * @param items items in all
 * @param costed items whose cost some file tells
 */
export function lackOfCosts(source: Source, items: number, costed: number): Lack[] {
  if (!source.origins.lines || costed === items) return []
  const share =
    'a business that sells its own goods (preset own_shop) reckons with finance.cost_of_goods_bps of the price'
  const part = 'order_items.cost_cents'
  if (costed > 0) {
    const statement = `Cost of goods for ${costed} of ${items} items only: of the others ${share}.`
    return [{ part, severity: 'warning', statement }]
  }
  const statement = `No cost of goods: ${share}. The export of a Shopify shop's products tells it, or a column that columns.yaml maps as cost.`
  return [{ part, severity: 'info', statement }]
}
