import { sum } from '../../numbers.js'
import { WAIT_PERIODS } from '../column.js'
import { responseColumns } from '../columns.js'
import type { CausalModel, ChannelSeries, GridPoint, Posterior } from '../data.js'
import { heldPosterior, outcomeOf, type Thinning, thinningOf } from '../thinning.js'

const DEFAULT_LAGS = 28
/** Periods whose mean stands for those after the horizon. */
const LAST_PERIODS = 28

/**
 * A model made ready for many plans: the columns of history at every grid point that a draw stands on, and how
 * each draw's expectation is thinned to the orders that were.
 */
export interface Responses {
  readonly model: CausalModel
  /** By channel: the grid points that draws stand on, ascending. */
  readonly points: readonly Int32Array[]
  /** By channel and grid point: response of history over horizon and tail; see {@link columnsWithTail}. */
  readonly history: readonly ReadonlyMap<number, Float64Array>[]
  readonly thinning: Thinning
  /** The posterior as tables that share one thinning count it; see {@link heldPosterior}. */
  readonly held: Posterior
  /** Observed over fitted orders of the last periods: what an order counts after the horizon. */
  readonly tailThinning: number
}

/** Prepares a model; some ten milliseconds, once. */
export function prepareResponses(model: CausalModel): Responses {
  const { data, grids, posterior } = model
  const points = data.channels.map((_, c) =>
    usedPoints(posterior.gridPoint, c, data.channels.length),
  )
  const history = data.channels.map((channel, c) => {
    const used = Array.from(points[c]!)
    const columns = columnsWithTail(
      channel,
      used.map((k) => grids[c]![k]!),
    )
    return new Map(used.map((k, i) => [k, columns[i]!] as const))
  })
  const last = Math.max(0, data.orders.length - LAST_PERIODS)
  const columnOf = (c: number, k: number) => history[c]!.get(k)!
  let thinning: Thinning | undefined
  let held: Posterior | undefined
  const thin = () => (thinning ??= thinningOf(model, columnOf))
  return {
    model,
    points,
    history,
    get thinning() {
      return thin()
    },
    get held() {
      held ??= heldPosterior(posterior, thin(), columnOf)
      return held
    },
    tailThinning: sum(outcomeOf(model).subarray(last)) / sum(model.expected.subarray(last)),
  }
}

/**
 * A channel's responses, a column a grid point, over the horizon and the tail after it, in which nothing is spent,
 * and season and capacity are the mean of the last periods.
 */
export function columnsWithTail(
  channel: ChannelSeries,
  points: readonly GridPoint[],
  spend: Float64Array = channel.spend,
): Float64Array[] {
  const { impressions, capacity } = channel
  const lags = points.map(({ kernel }) => kernel.maxLag ?? DEFAULT_LAGS)
  const tail = Math.max(0, ...lags) + WAIT_PERIODS
  const extend = (series: Float64Array, value: number) => extended(series, tail, value)
  const longer: ChannelSeries = {
    ...channel,
    spend: extend(channel.spend, 0),
    ...(impressions && { impressions: extend(impressions, 0) }),
    ...(capacity && { capacity: extend(capacity, lastMean(capacity)) }),
  }
  const seasons = new Map<Float64Array, Float64Array>()
  const longerPoints = points.map((point) => {
    const season = seasons.get(point.season) ?? extend(point.season, lastMean(point.season))
    seasons.set(point.season, season)
    return { ...point, season }
  })
  return responseColumns(longer, longerPoints, extend(spend, 0))
}

function usedPoints(gridPoint: Int32Array, c: number, channels: number): Int32Array {
  const used = new Set<number>()
  for (let i = c; i < gridPoint.length; i += channels) used.add(gridPoint[i]!)
  return Int32Array.from(used).sort()
}

function extended(series: Float64Array, periods: number, value: number): Float64Array {
  const longer = new Float64Array(series.length + periods).fill(value, series.length)
  longer.set(series)
  return longer
}

function lastMean(series: Float64Array): number {
  const last = series.subarray(Math.max(0, series.length - LAST_PERIODS))
  return sum(last) / last.length
}
