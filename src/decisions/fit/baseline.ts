import type { Scale } from './chance.js'
import { type Design, precisions } from './design.js'
import { cholesky, dot, solveLower, solveUpper } from './linear.js'

/** The baseline exp(X effects) as a straight line at one point of its effects. */
export interface Linearised {
  /** exp(X effects) */
  readonly level: Float64Array
  /** What is left to explain by `columns`: orders - level + level * X effects. */
  readonly response: Float64Array
  /** level * X */
  readonly columns: readonly Float64Array[]
}

/** The logarithm of a level stays this near that of mean orders. */
const LOG_BELOW = 9
const LOG_ABOVE = 6
/** Share of orders that is thought baseline before the data are read. */
const BASELINE_SHARE = 0.8
const MOST_MOVE = 0.5

/** Prior centres of the effects: none but the intercept's. */
export function effectCentres(design: Design, meanOrders: number): Float64Array {
  const centres = new Float64Array(design.columns.length)
  centres[0] = Math.log(BASELINE_SHARE * meanOrders)
  return centres
}

/** The logarithm of a baseline, held near that of mean orders. */
export function heldLog(log: Float64Array, meanOrders: number): Float64Array {
  const [least, most] = [Math.log(meanOrders) - LOG_BELOW, Math.log(meanOrders) + LOG_ABOVE]
  return log.map((value) => Math.min(Math.max(value, least), most))
}

/**
 * The baseline around given effects.
 *
 * @param unseen a further part of its logarithm, a period
 */
export function linearise(
  { columns }: Design,
  effects: Float64Array,
  orders: Float64Array,
  meanOrders: number,
  unseen?: Float64Array,
): Linearised {
  const log = combine(columns, effects)
  if (unseen) for (let t = 0; t < log.length; t++) log[t]! += unseen[t]!
  const level = heldLog(log, meanOrders).map(Math.exp)
  return {
    level,
    response: orders.map((y, t) => y - level[t]! + level[t]! * log[t]!),
    columns: columns.map((column) => column.map((x, t) => x * level[t]!)),
  }
}

/** Effects given media: one step of Gauss and Newton, days weighted by 1 / expected orders. */
export function newtonStep(
  { response, columns }: Linearised,
  design: Design,
  centres: Float64Array,
  media: Float64Array,
  scale: Scale,
): Float64Array {
  const precision = precisions(design)
  const n = columns.length
  const products = new Float64Array(n * n)
  const right = Float64Array.from(centres, (centre, i) => centre * precision[i]!)
  const weighted = new Float64Array(media.length)
  for (let i = 0; i < n; i++) {
    const column = columns[i]!
    for (let t = 0; t < weighted.length; t++) weighted[t] = column[t]! / scale.mean[t]!
    for (let j = 0; j <= i; j++) products[i * n + j] = dot(weighted, columns[j]!)
    products[i * n + i]! += precision[i]!
    for (let t = 0; t < weighted.length; t++) {
      right[i]! += weighted[t]! * (response[t]! - media[t]!)
    }
  }
  const factor = cholesky(products, n)
  return solveUpper(factor, solveLower(factor, right))
}

/** Effects moved toward where a straight line leads, none by more than a half: the line is true nearby only. */
export function moved(effects: Float64Array, target: Float64Array): Float64Array {
  return effects.map(
    (value, i) => value + Math.min(Math.max(target[i]! - value, -MOST_MOVE), MOST_MOVE),
  )
}

/** Sum of columns times their factors. */
export function combine(columns: readonly Float64Array[], factors: Float64Array): Float64Array {
  const out = new Float64Array(columns[0]!.length)
  columns.forEach((column, i) => {
    const factor = factors[i]!
    if (factor !== 0) for (let t = 0; t < out.length; t++) out[t]! += factor * column[t]!
  })
  return out
}
