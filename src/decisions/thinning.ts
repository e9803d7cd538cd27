import type { CausalModel, Posterior } from './data.js'

/**
 * Observed orders over expected, a period: what a caused order of the expectation counts. Expected are the fitted
 * orders, or what a draw's channels caused where that is more, so that no plan takes more orders from a day than it
 * had. So most draws share one series.
 */
export interface Thinning {
  /** Of the draws whose channels caused less than was expected, in every period. */
  readonly shared: Float64Array
  /** Of every other draw. */
  readonly own: ReadonlyMap<number, Float64Array>
}

/** The response of a channel at a grid point, a period of the horizon each; more may follow. */
export type ColumnOf = (channel: number, gridPoint: number) => Float64Array

/** Orders, or what else was fitted, a period. */
export function outcomeOf({ outcome, data }: Pick<CausalModel, 'outcome' | 'data'>): Float64Array {
  return outcome ?? data.orders
}

/** How the draws of a model count among the orders that were placed. */
export function thinningOf(model: Omit<CausalModel, 'grids'>, columnOf: ColumnOf): Thinning {
  const { data, posterior, expected } = model
  const outcome = outcomeOf(model)
  const channels = data.channels.length
  const thin = (mean: Float64Array) => {
    const shares = new Float64Array(outcome.length)
    for (let t = 0; t < shares.length; t++) if (mean[t]! > 0) shares[t] = outcome[t]! / mean[t]!
    return shares
  }
  const caused = new Float64Array(outcome.length)
  const own = new Map<number, Float64Array>()
  for (let d = 0; d < posterior.draws; d++) {
    caused.fill(0)
    for (let c = 0; c < channels; c++) {
      const at = d * channels + c
      const column = columnOf(c, posterior.gridPoint[at]!)
      const b = posterior.incremental[at]!
      for (let t = 0; t < caused.length; t++) caused[t]! += b * column[t]!
    }
    let isHeld = false
    for (let t = 0; t < caused.length; t++) {
      if (caused[t]! > expected[t]!) isHeld = true
      else caused[t] = expected[t]!
    }
    if (isHeld) own.set(d, thin(caused))
  }
  return { shared: thin(expected), own }
}

/**
 * Orders placed that each channel caused, at [draw * channels + c]: b times the thinned response, summed over the
 * horizon. This is the one count of caused orders that is published.
 */
export function placedOrders(
  posterior: Posterior,
  thinning: Thinning,
  columnOf: ColumnOf,
): Float64Array {
  const { incremental } = posterior
  return perDraw(
    posterior,
    thinning,
    columnOf,
    (at, own, shared) => incremental[at]! * (own ?? shared),
  )
}

/**
 * The posterior whose b, without any draw being held to the orders of a day, gives as many placed orders as the held
 * draws: for tables that share one thinning.
 */
export function heldPosterior(
  posterior: Posterior,
  thinning: Thinning,
  columnOf: ColumnOf,
): Posterior {
  if (thinning.own.size === 0) return posterior
  const { incremental } = posterior
  return {
    ...posterior,
    incremental: perDraw(posterior, thinning, columnOf, (at, own, shared) =>
      own === undefined || shared === 0 ? incremental[at]! : (incremental[at]! * own) / shared,
    ),
  }
}

/** A figure of each draw and channel from what b = 1 places under the draw's own thinning, if any, and the shared one. */
function perDraw(
  { draws, channels, gridPoint }: Posterior,
  { shared, own }: Thinning,
  columnOf: ColumnOf,
  figure: (at: number, own: number | undefined, shared: number) => number,
): Float64Array {
  const known = channels.map(() => new Map<number, number>())
  return new Float64Array(draws * channels.length).map((_, at) => {
    const c = at % channels.length
    const k = gridPoint[at]!
    const column = columnOf(c, k)
    const all = known[c]!.get(k) ?? placedBy(column, shared)
    known[c]!.set(k, all)
    const held = own.get(Math.floor(at / channels.length))
    return figure(at, held && placedBy(column, held), all)
  })
}

/** Sum of a thinned response over the horizon. */
function placedBy(column: Float64Array, thinning: Float64Array): number {
  let orders = 0
  for (let t = 0; t < thinning.length; t++) orders += thinning[t]! * column[t]!
  return orders
}
