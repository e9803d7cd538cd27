import { contributionAt, isConcave } from './curves.js'
import { dynamicProgramme } from './dynamic.js'
import type { Problem } from './problem.js'
import { waterLevel } from './water-level.js'

const FINE_STEPS = 768

/** How a best plan was found. */
export type Method = 'water_level' | 'dynamic_programme' | 'each_alone'

/**
 * The best multiples: the water level where every marginal return falls; otherwise a dynamic programme for a fixed
 * total, and each column's own best for a free one.
 *
 * @param total what is to be spent; undefined leaves it free
 */
export function solve(
  problem: Problem,
  total?: number,
): { readonly multiples: number[]; readonly method: Method } {
  if (problem.curves.every(isConcave)) {
    return { multiples: waterLevel(problem, total), method: 'water_level' }
  }
  return total === undefined
    ? { multiples: eachAlone(problem), method: 'each_alone' }
    : { multiples: dynamicProgramme(problem, total), method: 'dynamic_programme' }
}

/** The most profitable multiple of each column by itself, on a fine grid. */
function eachAlone({ curves, spend, low, high }: Problem): number[] {
  return curves.map((curve, j) => {
    let best = low[j]!
    let most = -Infinity
    for (let i = 0; i <= FINE_STEPS; i++) {
      const m = low[j]! + ((high[j]! - low[j]!) * i) / FINE_STEPS
      const profit = contributionAt(curve, m) - m * spend[j]!
      if (profit > most) [best, most] = [m, profit]
    }
    return best
  })
}
