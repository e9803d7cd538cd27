import { contributionAt, type ValueCurve } from './curves.js'

/** What is optimised: columns of spend, each a multiple of its own history. */
export interface Problem {
  readonly curves: readonly ValueCurve[]
  /** Spend of each column in history, >= 0. */
  readonly spend: readonly number[]
  /** Bounds of each multiple. */
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** Contribution less spend of multiples, cents. */
export function profitOf({ curves, spend }: Problem, multiples: readonly number[]): number {
  return multiples.reduce((sum, m, j) => sum + contributionAt(curves[j]!, m) - m * spend[j]!, 0)
}

/** What multiples spend. */
export function spentBy({ spend }: Problem, multiples: readonly number[]): number {
  return multiples.reduce((sum, m, j) => sum + m * spend[j]!, 0)
}
