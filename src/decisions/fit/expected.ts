import type { Posterior } from '../data.js'
import { combine } from './baseline.js'
import { errorModel } from './chance.js'
import { type Design, precisions } from './design.js'
import { cholesky, crossProducts, dot, solveLower, solveUpper } from './linear.js'
import type { ChannelGrid } from './response.js'
import type { SeriesFit } from './series.js'
import { smoothDemand } from './smooth.js'
import { whitener } from './whiten.js'

/** What every period was expected to bring. */
export interface ExpectedOrders {
  /** Baseline and media. */
  readonly expected: Float64Array
  /** Without media: calendar, trend and unseen demand. */
  readonly baseline: Float64Array
  /** exp(u): unseen demand as a factor of the baseline. */
  readonly demand: Float64Array
}

/** Expected orders at the posterior's mean media: effects by least squares, demand smoothed. */
export function expectedOrders(
  { baseline: line, effects, centres, scale, chance }: SeriesFit,
  design: Design,
  grids: readonly ChannelGrid[],
  posterior: Posterior,
): ExpectedOrders {
  const media = meanMedia(grids, posterior)
  const left = line.response.map((value, t) => value - media[t]!)
  const whiten = whitener(errorModel(scale, chance))
  const columns = line.columns.map((column) => whiten.apply(column))
  const precision = precisions(design)
  const n = columns.length
  const factor = crossProducts(columns)
  for (let i = 0; i < n; i++) factor[i * n + i]! += precision[i]!
  cholesky(factor, n)
  const white = whiten.apply(left)
  const right = Float64Array.from(
    columns,
    (column, i) => dot(column, white) + precision[i]! * centres[i]!,
  )
  const fitted = solveUpper(factor, solveLower(factor, right))
  const explained = combine(line.columns, fitted)
  const errors = left.map((value, t) => value - explained[t]!)
  const unseen = smoothDemand(errors, errorModel(scale, chance))
  const shift = combine(
    design.columns,
    fitted.map((value, i) => value - effects[i]!),
  )
  const demand = unseen.map(Math.exp)
  const baseline = line.level.map((level, t) => level * Math.exp(shift[t]!) * demand[t]!)
  return { expected: baseline.map((orders, t) => orders + media[t]!), baseline, demand }
}

/** Mean over draws of all channels' orders, a period. */
function meanMedia(grids: readonly ChannelGrid[], posterior: Posterior): Float64Array {
  const count = grids.length
  const weights = grids.map(({ columns }) => new Float64Array(columns.length))
  posterior.incremental.forEach((b, i) => {
    weights[i % count]![posterior.gridPoint[i]!]! += b / posterior.draws
  })
  return combine(
    grids.flatMap(({ columns }) => columns),
    Float64Array.from(weights.flatMap((values) => [...values])),
  )
}
