import { mappedSource } from './columns/index.js'
import { olist } from './olist/source.js'
import { shopify } from './shopify/source.js'
import type { Source } from './source.js'
import { woocommerce } from './woocommerce/source.js'

/** The sources that know their columns; a folder is read as the first whose files are there. */
export const sources: readonly Source[] = [shopify, woocommerce, olist]

/** The source that raw tables were loaded as: the row of `raw.source`. */
export function sourceOf(loaded: { name: string; mapping: string | null }): Source {
  if (loaded.mapping !== null) return mappedSource(loaded.mapping, 'raw.source')
  const source = sources.find(({ name }) => name === loaded.name)
  if (source) return source
  throw new Error(`raw.source names '${loaded.name}', which this library does not know.`)
}
