import type { Posterior } from '../data.js'
import type { ValueCurve } from './curves.js'
import type { ResponseTables } from './table.js'

/** Spread of true returns between channels, as a multiple of their mean: wide, as half of spend may be wasted. */
const SPREAD = 1.2

/**
 * By channel: what its mean return is multiplied with when returns are pooled. A return that is far from the mean
 * and unsure is more often luck than truth, so it moves toward the mean return of all spend by
 * spread^2 / (spread^2 + error^2) (partial pooling; Efron and Morris, Journal of the American Statistical
 * Association 70, 1975). A return that is known stays.
 */
export function pooledFactors(posterior: Posterior, spend: readonly number[]): number[] {
  const count = posterior.channels.length
  const moments = spend.map((_, c) => {
    let sum = 0
    let squares = 0
    for (let d = 0; d < posterior.draws; d++) {
      const b = posterior.incremental[d * count + c]!
      sum += b
      squares += b * b
    }
    const mean = sum / posterior.draws
    return { mean, variance: Math.max(0, squares / posterior.draws - mean * mean) }
  })
  const total = spend.reduce((a, b) => a + b, 0)
  const common = moments.reduce((sum, { mean }) => sum + mean, 0) / total
  return moments.map(({ mean, variance }, c) => {
    if (!(spend[c]! > 0 && mean > 0)) return 1
    const between = (SPREAD * common * spend[c]!) ** 2
    const kept = between / (between + variance)
    return kept + (1 - kept) * ((common * spend[c]!) / mean)
  })
}

/** The mean curves with every channel's return pooled. */
export function pooledCurves(
  curves: readonly ValueCurve[],
  tables: ResponseTables,
  posterior: Posterior,
): ValueCurve[] {
  const spend = new Array<number>(posterior.channels.length).fill(0)
  for (const column of tables.columns) spend[column.channel]! += column.spend
  const factors = pooledFactors(posterior, spend)
  return curves.map(({ contribution, slope }, j) => {
    const factor = factors[tables.columns[j]!.channel]!
    return {
      contribution: contribution.map((cents) => cents * factor),
      slope: slope.map((cents) => cents * factor),
    }
  })
}
