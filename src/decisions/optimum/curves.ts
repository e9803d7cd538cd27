import { sum } from '../../numbers.js'
import type { Posterior } from '../data.js'
import { MULTIPLES, type ResponseTables } from './table.js'

/** Contribution of one column at {@link MULTIPLES}, and its slope per multiple; cents. */
export interface ValueCurve {
  readonly contribution: Float64Array
  readonly slope: Float64Array
}

/** Weights of draws; they need not sum to 1. Default: all alike. */
export type DrawWeights = ArrayLike<number>

/** Each column's mean curve over the draws. */
export function meanCurves(
  tables: ResponseTables,
  posterior: Posterior,
  weights?: DrawWeights,
): ValueCurve[] {
  const total = weights === undefined ? posterior.draws : sum(weights)
  const width = MULTIPLES.length
  return tables.columns.map(({ channel }, j) => {
    const rows = tables.rowOf[j]!
    const onRow = new Float64Array(rows.size)
    const beside = new Float64Array(rows.size)
    for (let d = 0; d < posterior.draws; d++) {
      const at = d * posterior.channels.length + channel
      const row = rows.get(posterior.gridPoint[at]!)!
      const weight = (posterior.incremental[at]! * (weights?.[d] ?? 1)) / total
      onRow[row]! += weight
      beside[row]! += weight * tables.beside[at]!
    }
    const mix = (money: Float64Array, orders: Float64Array) => {
      const mean = new Float64Array(width)
      for (let cell = 0; cell < money.length; cell++) {
        const row = Math.floor(cell / width)
        mean[cell % width]! += onRow[row]! * money[cell]! + beside[row]! * orders[cell]!
      }
      return mean
    }
    return {
      contribution: mix(tables.contribution[j]!, tables.orders[j]!),
      slope: mix(tables.slope[j]!, tables.ordersSlope[j]!),
    }
  })
}

/**
 * The contribution between the table's multiples: a cubic through values and slopes (Hermite), the slopes held
 * within three times the secants beside them, so that it never turns where the table doesn't (Fritsch and Carlson,
 * SIAM Journal on Numerical Analysis 17, 1980).
 */
export function contributionAt({ contribution, slope }: ValueCurve, multiple: number): number {
  const step = MULTIPLES[1]!
  const i = Math.min(MULTIPLES.length - 2, Math.max(0, Math.floor(multiple / step)))
  const u = (multiple - MULTIPLES[i]!) / step
  const rise = contribution[i + 1]! - contribution[i]!
  const within = (s: number) => Math.sign(rise) * Math.min(Math.abs(s * step), 3 * Math.abs(rise))
  const [from, to] = [within(slope[i]!), within(slope[i + 1]!)]
  const [u2, u3] = [u * u, u * u * u]
  return contribution[i]! + rise * (3 * u2 - 2 * u3) + from * (u3 - 2 * u2 + u) + to * (u3 - u2)
}

/** The slope between the table's multiples, linear. */
export function slopeAt({ slope }: ValueCurve, multiple: number): number {
  const step = MULTIPLES[1]!
  const i = Math.min(MULTIPLES.length - 2, Math.max(0, Math.floor(multiple / step)))
  const u = (multiple - MULTIPLES[i]!) / step
  return slope[i]! + u * (slope[i + 1]! - slope[i]!)
}

/** Whether the slope nowhere rises, beyond a billionth of its most. */
export function isConcave({ slope }: ValueCurve): boolean {
  const most = slope.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
  return slope.every((value, i) => i === 0 || value <= slope[i - 1]! + 1e-9 * most)
}
