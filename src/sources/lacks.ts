import { counted } from '../format/words.js'
import type { StagingTable } from '../schema/staging.js'
import type { OptionalColumn, Source, Staging } from './source.js'

/** What the files do not tell, and what that costs. */
export interface Lack {
  /** One word for it, e.g. `no_reviews`. */
  readonly id: string
  readonly severity: 'info' | 'warning'
  readonly statement: string
}

const sentences: Partial<Record<StagingTable | OptionalColumn, Omit<Lack, 'id'>>> = {
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
      'No delivery dates: a delivered order counts as handed over and delivered so many days after its purchase as dwh.hand_over_days and dwh.delivery_days declare, and what it earns is earned then.',
  },
  'order_items.product_id': {
    severity: 'info',
    statement:
      'No product in the items: those of one category count as one product, all of them where no category is told either.',
  },
  'order_items.freight_cents': {
    severity: 'warning',
    statement: 'No freight: nothing was billed for it, and what carriers cost is reckoned from 0.',
  },
}

/** What a source lacks, and what that costs, in words. Leads are missed only where files might tell them. */
export function lacksOf(source: Source, staging: Staging): Lack[] {
  const tables = (Object.keys(sentences) as (StagingTable | OptionalColumn)[]).filter(
    (part) =>
      !part.includes('.') &&
      staging[part as StagingTable] === undefined &&
      (part !== 'leads' || source.origins.rows.leads !== undefined),
  )
  return [...tables, ...source.lacks].map((part) => ({
    id: `no_${part.replace('.', '_')}`,
    ...sentences[part]!,
  }))
}

/** That files of the folder are read as nothing: what they hold is in no figure. */
export function lackOfUnread(files: readonly string[]): Lack[] {
  if (files.length === 0) return []
  const statement = `Not read: ${files.join(', ')}. What stands there is in no figure, for its columns are none that this library knows, or it is no CSV file. Spend is read from marketing_spend.csv (date, channel, spend), from reports of Google Ads and Meta Ads by day in English, and from every file that columns.yaml maps under spend.`
  return [{ id: 'unread_files', severity: 'warning', statement }]
}

/** Days of a channel on which several files state spend. */
export interface DoubledDays {
  readonly channel: string
  readonly days: number
  readonly first_file: string
  readonly last_file: string
}

/** That what several files state of a channel's day is added up: it might be the same spend. */
export function lackOfApartness(doubled: readonly DoubledDays[]): Lack[] {
  return doubled.map(({ channel, days, first_file, last_file }) => ({
    id: `spend_of_several_files_${channel}`,
    severity: 'warning',
    statement: `${channel}: on ${counted(Number(days), 'day')} several files (${first_file}, ${last_file}) state what was spent, and all of it counts. Take one of them out of the folder if it is the same spend.`,
  }))
}

/** How many items there are, and of how many some file tells the cost and the seller. */
export interface ToldItems {
  readonly items: number
  readonly costed: number
  readonly sold: number
}

/** What is not told of the items of a flat export, whose files might tell it. */
export function lacksOfItems(source: Source, told: ToldItems): Lack[] {
  if (!source.origins.lines || told.items === 0) return []
  return [...lackOfSellers(source, told), ...lackOfCosts(told)]
}

function lackOfSellers({ sellerColumn }: Source, { sold }: ToldItems): Lack[] {
  if (sold === 0) {
    const statement =
      'No seller in the items: all of them are the shop itself. With preset own_shop its sales are its revenue; with any other it pays itself the commission and the plan of a seller.'
    return [{ id: NO_SELLER, severity: 'warning', statement }]
  }
  if (sellerColumn === undefined) return []
  const statement = `${sellerColumn} counts as the seller of an item, as on a marketplace that earns a commission. A shop that sells its own goods runs with preset own_shop: its sales are its revenue then.`
  return [{ id: SELLERS_ASSUMED, severity: 'warning', statement }]
}

const NO_SELLER = 'no_order_items_seller_id'
const SELLERS_ASSUMED = 'sellers_assumed'

/** What tells a business that sells its own goods nothing: it has no sellers. */
export const marketplaceOnly: readonly string[] = [NO_SELLER, SELLERS_ASSUMED, 'no_leads']

function lackOfCosts({ items, costed }: ToldItems): Lack[] {
  if (costed === items) return []
  const share =
    'a business that sells its own goods (preset own_shop) reckons with finance.cost_of_goods_bps of the price'
  const id = 'no_order_items_cost_cents'
  if (costed > 0) {
    const statement = `Cost of goods for ${costed} of ${items} items only: of the others ${share}.`
    return [{ id, severity: 'warning', statement }]
  }
  const statement = `No cost of goods: ${share}. The export of a Shopify shop's products tells it, or a column that columns.yaml maps as cost.`
  return [{ id, severity: 'info', statement }]
}
