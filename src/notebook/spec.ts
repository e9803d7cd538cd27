import type { Notation } from '../format/index.js'

/**
 * A Vega-Lite specification as plain data. The library's own type, because vega-lite 6 is typed
 * only through `exports`, which the TypeScript of a tslab cell does not follow.
 */
export type VegaLiteSpec = Readonly<Record<string, unknown>>

/** A figure before it is known how the run writes money, numbers and channels. */
export type Figure = (notation: Notation) => VegaLiteSpec
