import { mean } from '../../numbers.js'
import type { Posterior } from '../data.js'
import { combine, type Linearised, linearise, moved } from './baseline.js'
import { errorModel } from './chance.js'
import { type Design, precisions } from './design.js'
import { cholesky, crossProducts, dot, solveLower, solveUpper } from './linear.js'
import type { ChannelGrid } from './response.js'
import type { SeriesFit } from './series.js'
import { smoothDemand } from './smooth.js'
import { type ErrorModel, whitener } from './whiten.js'

/** What every period was expected to bring. */
export interface ExpectedOrders {
  /** Baseline and media. */
  readonly expected: Float64Array
  /** Without media: calendar, trend and unseen demand. */
  readonly baseline: Float64Array
  /** exp(u): unseen demand as a factor of the baseline. */
  readonly demand: Float64Array
}

const MOST_STEPS = 20
const SETTLED = 1e-3

/**
 * Expected orders at the posterior's mean media: effects by generalised least squares, the baseline made a straight
 * line again where they lead until they stay there, and demand smoothed. The posterior's media may be far from those
 * that the series was fitted with, as where only priors and tests speak.
 */
export function expectedOrders(
  series: SeriesFit,
  design: Design,
  grids: readonly ChannelGrid[],
  posterior: Posterior,
  orders: Float64Array,
): ExpectedOrders {
  const media = meanMedia(grids, posterior)
  const meanOrders = mean(orders)
  let effects = series.effects
  for (let step = 1; ; step++) {
    const line = linearise(design, effects, orders, meanOrders)
    const errors = errorModel(
      { level: line.level, mean: line.level.map((level, t) => level + media[t]!) },
      series.chance,
    )
    const left = line.response.map((value, t) => value - media[t]!)
    const fitted = leastSquares(line, left, errors, precisions(design), series.centres)
    const next = moved(effects, fitted)
    if (step < MOST_STEPS && next.some((value, i) => Math.abs(value - effects[i]!) > SETTLED)) {
      effects = next
      continue
    }
    const explained = combine(line.columns, fitted)
    const unseen = smoothDemand(
      left.map((value, t) => value - explained[t]!),
      errors,
    )
    const shift = combine(
      design.columns,
      next.map((value, i) => value - effects[i]!),
    )
    const demand = unseen.map(Math.exp)
    const baseline = line.level.map((level, t) => level * Math.exp(shift[t]!) * demand[t]!)
    return { expected: baseline.map((count, t) => count + media[t]!), baseline, demand }
  }
}

/** Effects of the baseline's columns, errors whitened. */
function leastSquares(
  line: Linearised,
  left: Float64Array,
  errors: ErrorModel,
  precision: Float64Array,
  centres: Float64Array,
): Float64Array {
  const whiten = whitener(errors)
  const columns = line.columns.map((column) => whiten.apply(column))
  const n = columns.length
  const factor = crossProducts(columns)
  for (let i = 0; i < n; i++) factor[i * n + i]! += precision[i]!
  cholesky(factor, n)
  const white = whiten.apply(left)
  const right = Float64Array.from(
    columns,
    (column, i) => dot(column, white) + precision[i]! * centres[i]!,
  )
  return solveUpper(factor, solveLower(factor, right))
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
