import { slopeAt, type ValueCurve } from './curves.js'
import { type Problem, spentBy } from './problem.js'
import { MULTIPLES } from './table.js'

const HALVINGS = 100

/**
 * The best multiples where marginal returns fall: spend stands at one level of marginal return in every column, or
 * at a bound (Karush, Kuhn and Tucker). With a free total the level is 1: the last cent brings a cent back.
 *
 * @param total what is to be spent, between the sums of the bounds; undefined leaves it free
 */
export function waterLevel(problem: Problem, total?: number): number[] {
  if (total === undefined) return atLevel(problem, 1)
  let low = leastReturn(problem)
  let high = mostReturn(problem)
  for (let i = 0; i < HALVINGS; i++) {
    const level = (low + high) / 2
    if (spentBy(problem, atLevel(problem, level)) > total) low = level
    else high = level
  }
  return spread(problem, atLevel(problem, low), atLevel(problem, high), total)
}

/** Each column's multiple at which one more cent returns `level` cents. */
function atLevel({ curves, spend, low, high }: Problem, level: number): number[] {
  return curves.map((curve, j) => {
    if (spend[j] === 0) return Math.min(high[j]!, Math.max(low[j]!, 1))
    const bar = level * spend[j]!
    if (slopeAt(curve, low[j]!) <= bar) return low[j]!
    if (slopeAt(curve, high[j]!) > bar) return high[j]!
    return Math.min(high[j]!, Math.max(low[j]!, whereSlope(curve, bar)))
  })
}

/** Where a falling slope reaches a bar. */
function whereSlope({ slope }: ValueCurve, bar: number): number {
  let i = 0
  while (i < slope.length - 2 && slope[i + 1]! > bar) i++
  const fall = slope[i]! - slope[i + 1]!
  const step = MULTIPLES[1]!
  return MULTIPLES[i]! + (fall > 0 ? ((slope[i]! - bar) / fall) * step : step)
}

/** Between two plans just above and just below the total: the mix that spends it. */
function spread(problem: Problem, more: number[], less: number[], total: number): number[] {
  const gap = spentBy(problem, more) - spentBy(problem, less)
  const share = gap > 0 ? (total - spentBy(problem, less)) / gap : 0
  const within = Math.min(1, Math.max(0, share))
  return less.map((m, j) => m + within * (more[j]! - m))
}

function leastReturn({ curves, spend }: Problem): number {
  const returns = curves.map(({ slope }, j) => (spend[j]! > 0 ? Math.min(...slope) / spend[j]! : 0))
  return Math.min(0, ...returns) - 1
}

function mostReturn({ curves, spend }: Problem): number {
  const returns = curves.map(({ slope }, j) => (spend[j]! > 0 ? Math.max(...slope) / spend[j]! : 0))
  return Math.max(1, ...returns) + 1
}
