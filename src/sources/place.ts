import { Assumptions } from '../assumptions/index.js'
import type { SqlSource } from '../engine/index.js'
import { ORDERS_TABLE } from './columns/origins.js'
import { loadedSource } from './loaded.js'
import { SHOPIFY_TABLE } from './shopify/source.js'
import { WOOCOMMERCE_TABLE } from './woocommerce/source.js'

const SETTINGS = ['currency', 'country'] as const

/**
 * The assumptions with the currency and the country that the files name, where nobody declared
 * others: what is observed stands before a default.
 *
 * @param source answers for `raw`
 */
export async function withObservedPlace(
  assumptions: Assumptions,
  source: SqlSource,
): Promise<Assumptions> {
  const { place } = await loadedSource(source)
  if (place === undefined) return assumptions
  const [observed] = await source.rows<Record<(typeof SETTINGS)[number], string | null>>(place)
  const changes = SETTINGS.flatMap((setting) => {
    const id = `place.${setting}`
    const value = observed?.[setting]
    if (!value || assumptions.text(id) !== Assumptions.defaults().text(id)) return []
    return value === assumptions.text(id) ? [] : [[id, value] as const]
  })
  return changes.length > 0
    ? assumptions.with(Object.fromEntries(changes), 'observed')
    : assumptions
}

/** The raw tables of sources whose files may name a currency or a country. */
export const placedTables: readonly string[] = [SHOPIFY_TABLE, WOOCOMMERCE_TABLE, ORDERS_TABLE]
