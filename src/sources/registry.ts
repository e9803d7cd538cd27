import { mappedSource, readMap } from './columns/index.js'
import { olist } from './olist/source.js'
import { shopify } from './shopify/source.js'
import type { Source } from './source.js'
import { woocommerce } from './woocommerce/source.js'

/** The sources that know their columns; a folder is read as the first whose files are there. */
export const sources: readonly Source[] = [shopify, woocommerce, olist]

/** The source that raw tables were loaded as: the row of `raw.source`. */
export function sourceOf(loaded: { name: string; mapping: string | null }): Source {
  const shop = sources.find(({ name }) => name === loaded.name)
  const { mapping } = loaded
  if (mapping !== null) return mappedSource(readMap(mapping, 'raw.source'), mapping, shop)
  if (shop) return shop
  throw new Error(`raw.source names '${loaded.name}', which this library does not know.`)
}
