import { olistFiles, ownFiles, type SourceFile } from '../../schema/raw.js'

/** A file to generate: its name, and its header as stage 1 expects it. */
export interface FileContract {
  readonly name: string
  readonly header: readonly string[]
}

/** The nine files of an Olist-shaped export. */
export const MARKETPLACE_FILES = {
  customers: contractOf('customers'),
  geolocation: contractOf('geolocation'),
  items: contractOf('order_items'),
  payments: contractOf('order_payments'),
  reviews: contractOf('order_reviews'),
  orders: contractOf('orders'),
  products: contractOf('products'),
  sellers: contractOf('sellers'),
  translation: contractOf('product_category_name_translation'),
} as const

/** What was advertised in a world, and what came of it: what a marketplace sees of its marketing. */
export const SPEND_FILE = contractOf('marketing_spend')

/** What experiments on the channels found. */
export const LIFT_TESTS_FILE = contractOf('lift_tests')

/** What caused each order of a world: in a folder of its own, which no stage reads. */
export const CAUSES_FILE: FileContract = {
  name: 'truth/order_causes.csv',
  header: ['order_id', 'cause', 'click_date'],
}

function contractOf(table: string): FileContract {
  const { stems, header } = [...olistFiles, ...ownFiles].find(
    (file) => file.table === table,
  ) as SourceFile
  return { name: `${stems[0]}.csv`, header }
}
