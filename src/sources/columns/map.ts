/** The file of a data folder that maps its columns. */
export const MAP_FILE = 'columns.yaml'

/** Between fields of a file. */
export const delimiters = [',', ';', '\t', '|'] as const

/** The parts of a date format; one letter of month, day and hour is one digit or two. */
export const DATE_PARTS = /YYYY|MM?|DD?|hh?|mm|ss/g

/** How a mapped file is written. */
export interface FileFormat {
  /** Its name in the data folder. */
  readonly file: string
  readonly delimiter: string
  /** As TextDecoder calls it. */
  readonly encoding: string
  readonly decimal: '.' | ','
  /** Between thousands; none where undefined. */
  readonly grouping?: '.' | ',' | ' ' | "'"
  /** Of YYYY MM DD hh mm ss, or M D h where no zero stands before 1 to 9; what is longer in the file is cut. */
  readonly dateFormat: string
  /** Where the file's times are written, and where the shop is: only when they differ. */
  readonly zone?: { readonly file: string; readonly shop: string }
}

/** Where one canonical column comes from: a column of the file, or one value for all. */
export interface MappedColumn {
  readonly column?: string
  readonly constant?: string
  /** A column that multiplies it (price). */
  readonly times?: string
  /** Whether lines have their own, or the order has it once (freight). Default `order`. */
  readonly per?: 'line' | 'order'
}

/** The columns of an order's lines that can be mapped, and what they mean. */
export const orderColumns = {
  order_id: 'The order; lines of one order share it',
  purchased_at: 'When it was bought',
  price: 'What the line costs; with times: the price of one piece, times the pieces',
  cost: 'What the line cost the shop; with times: the cost of one piece, times the pieces',
  status: 'How far the order came; translate its words under statuses',
  customer_id: 'The person, the same over all orders: a number or an e-mail address',
  product_id: 'The product',
  category: "The product's category",
  seller_id: 'The seller; a shop of its own leaves it out',
  freight:
    'Freight billed; per: order when every line repeats that of the order, line when each has its own',
  payment: 'What was paid for the order; left out: price and freight',
  payment_type: 'How it was paid; translate its words under payment_types',
  zip_code: "The buyer's zip code",
  city: "The buyer's city",
  state: "The buyer's state or region",
  approved_at: 'When the payment was approved',
  handed_over_at: 'When the carrier got it',
  delivered_at: 'When the buyer got it',
  estimated_delivery_at: 'By when the buyer was told to expect it',
} as const
export type OrderColumn = keyof typeof orderColumns

/** The columns of a file of spend that can be mapped. */
export const spendColumns = {
  date: 'The day',
  spend: 'What was spent',
  channel: 'The channel: a column, or a constant for the whole file',
  campaign: 'The campaign',
  impressions: 'Advertisements shown',
  clicks: 'Clicks that came',
} as const
export type SpendColumn = keyof typeof spendColumns

/** Columns that a map has to name. */
export const requiredColumns: readonly string[] = [
  'order_id',
  'purchased_at',
  'price',
  'date',
  'spend',
  'channel',
]

/** A flat export of orders. */
export interface OrdersMap extends FileFormat {
  readonly columns: Partial<Readonly<Record<OrderColumn, MappedColumn>>>
  /** The file's words for a status, and the canonical one. */
  readonly statuses: Readonly<Record<string, string>>
  /** The file's words for a way to pay, and the canonical one. */
  readonly paymentTypes: Readonly<Record<string, string>>
}

/** A file of spend. */
export interface SpendMap extends FileFormat {
  readonly columns: Partial<Readonly<Record<SpendColumn, MappedColumn>>>
  /** How the day or the first column of a line of totals begins, in any case: such a line is no day. */
  readonly totals?: string
}

/** How the columns of a shop's own files become the canonical observation. */
export interface ColumnMap {
  /** ISO 4217 code of the amounts' currency. */
  readonly currency?: string
  /** ISO 3166-1 code of the country whose holidays count. */
  readonly country?: string
  /** Left out where the orders are those of a shop whose columns are known. */
  readonly orders?: OrdersMap
  readonly spend: readonly SpendMap[]
}

/** The canonical words for how far an order came. */
export const statusWords = [
  'created',
  'approved',
  'invoiced',
  'processing',
  'shipped',
  'delivered',
  'canceled',
  'unavailable',
] as const

/** The canonical words for how an order was paid. */
export const paymentWords = [
  'credit_card',
  'debit_card',
  'boleto',
  'voucher',
  'not_defined',
] as const
