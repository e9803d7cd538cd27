import { olistFiles } from '../../schema/raw.js'
import type { RawTables, Source, Staging } from '../source.js'
import { readStaging } from '../staging-sql.js'
import { olistOrigins } from './origins.js'

const sql = readStaging(new URL('./staging/', import.meta.url), [
  'orders',
  'order_items',
  'customers',
  'sellers',
  'products',
  'products_untranslated',
  'payments',
  'reviews',
  'geography',
  'leads',
])

/** Files named and headed as in the public dataset of Olist. Those it lacks are left out. */
export const olist: Source = {
  name: 'olist',
  about: 'Files named and headed as in the public e-commerce dataset by Olist',
  files: olistFiles,
  staging,
  lacks: [],
  origins: olistOrigins,
}

function staging(raw: RawTables): Staging {
  const translated = raw.has('product_category_name_translation')
  const found = {
    customers: raw.has('customers') && sql.customers,
    sellers: raw.has('sellers') && sql.sellers,
    products: raw.has('products') && (translated ? sql.products : sql.products_untranslated),
    payments: raw.has('order_payments') && sql.payments,
    reviews: raw.has('order_reviews') && sql.reviews,
    geography: raw.has('geolocation') && sql.geography,
    leads: raw.has('marketing_qualified_leads') && raw.has('closed_deals') && sql.leads,
  }
  const there = Object.entries(found).filter(([, model]) => model !== false)
  return { orders: sql.orders, order_items: sql.order_items, ...Object.fromEntries(there) }
}
