import { mean } from '../../numbers.js'
import type { Posterior } from '../data.js'
import { combine, heldLog, type Linearised, linearise, moved } from './baseline.js'
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

const MOST_STEPS = 60
const SETTLED = 1e-3

/**
 * Expected orders at the posterior's mean media: effects by generalised least squares and demand smoothed, the baseline
 * made a straight line again where both lead until they stay there. The posterior's media may be far from those that
 * the series was fitted with, as where only priors and tests speak; and demand may multiply a baseline that the
 * calendar alone explains badly, where one straight line is far off.
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
  let unseen: Float64Array = new Float64Array(orders.length)
  for (let step = 0; step < MOST_STEPS; step++) {
    const line = linearise(design, effects, orders, meanOrders, unseen)
    const errors = errorModel(
      { level: line.level, mean: line.level.map((level, t) => level + media[t]!) },
      series.chance,
    )
    const left = line.response.map((value, t) => value - media[t]!)
    const fitted = leastSquares(line, left, errors, precisions(design), series.centres)
    const explained = combine(line.columns, fitted)
    const smoothed = smoothDemand(
      left.map((value, t) => value - explained[t]!),
      errors,
    )
    const before = [effects, unseen] as const
    effects = moved(effects, fitted)
    unseen = moved(unseen, smoothed)
    if (isNear(effects, before[0]) && isNear(unseen, before[1])) break
  }
  const explained = combine(design.columns, effects)
  const log = heldLog(
    explained.map((value, t) => value + unseen[t]!),
    meanOrders,
  )
  const baseline = log.map(Math.exp)
  return {
    expected: baseline.map((count, t) => count + media[t]!),
    baseline,
    demand: unseen.map(Math.exp),
  }
}

function isNear(values: Float64Array, others: Float64Array): boolean {
  return values.every((value, i) => Math.abs(value - others[i]!) <= SETTLED)
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
