import type { Posterior } from '../data.js'
import type { Bound } from '../optimum/bounds.js'
import { MULTIPLES, type ResponseTables } from '../optimum/table.js'
import { meanOf } from './quantiles.js'

/**
 * The profit of every channel at every multiple within its bounds, draw by draw. A free total makes channels
 * separate, so a plan is one multiple a channel and its profit a sum of cells.
 */
export interface ProfitDraws {
  readonly draws: number
  readonly channels: readonly ChannelProfits[]
}

export interface ChannelProfits {
  /** Multiples of today's spend, ascending. */
  readonly multiples: Float64Array
  /** Contribution less spend at [draw * multiples + i], cents over the horizon. */
  readonly profit: Float64Array
  /** The multiple that is best on the mean of the draws. */
  readonly best: number
}

/** Profits of the picked draws. */
export function profitDraws(
  tables: ResponseTables,
  posterior: Posterior,
  bounds: readonly Bound[],
  picked: Int32Array,
): ProfitDraws {
  const channels = tables.columns.map(({ channel, spend }, j) => {
    const at = multiplesWithin(bounds[channel]!)
    const profit = new Float64Array(picked.length * at.length)
    for (const [p, d] of picked.entries()) {
      const draw = d * posterior.channels.length + channel
      const row = tables.rowOf[j]!.get(posterior.gridPoint[draw]!)! * MULTIPLES.length
      for (const [n, i] of at.entries()) {
        const ofOne =
          tables.contribution[j]![row + i]! + tables.beside[draw]! * tables.orders[j]![row + i]!
        profit[p * at.length + n] = posterior.incremental[draw]! * ofOne - MULTIPLES[i]! * spend
      }
    }
    const multiples = Float64Array.from(at, (i) => MULTIPLES[i]!)
    return { multiples, profit, best: bestOnMean(profit, at.length) }
  })
  return { draws: picked.length, channels }
}

/** Draws evenly spaced among all. */
export function evenlyPicked(all: number, count: number): Int32Array {
  const most = Math.min(all, count)
  return Int32Array.from({ length: most }, (_, i) => Math.floor(((i + 0.5) * all) / most))
}

/**
 * Expected value of perfect information: what knowing the truth before choosing would add to the best plan for all
 * draws, cents over the horizon. Never negative. Raiffa and Schlaifer, "Applied statistical decision theory" (1961).
 */
export function perfectInformation({ draws, channels }: ProfitDraws): number {
  return channels.reduce((sum, { profit, multiples, best }) => {
    const gains = new Float64Array(draws).map((_, d) => {
      const row = profit.subarray(d * multiples.length, (d + 1) * multiples.length)
      return row.reduce((a, b) => Math.max(a, b)) - row[best]!
    })
    return sum + meanOf(gains)
  }, 0)
}

/** Indices of the multiples within a bound; at least one. */
function multiplesWithin({ low, high }: Bound): number[] {
  const inside = Array.from(MULTIPLES.keys()).filter(
    (i) => MULTIPLES[i]! >= low && MULTIPLES[i]! <= high,
  )
  return inside.length > 0 ? inside : [Math.round(low / MULTIPLES[1]!)]
}

function bestOnMean(profit: Float64Array, width: number): number {
  const sums = new Float64Array(width)
  for (let i = 0; i < profit.length; i++) sums[i % width]! += profit[i]!
  return sums.indexOf(sums.reduce((a, b) => Math.max(a, b)))
}
