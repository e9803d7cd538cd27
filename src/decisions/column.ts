import { sum } from '../numbers.js'
import { convolve } from '../response/adstock.js'
import { curveFunctions } from '../response/curve.js'
import { adstockWeights, type Kernel } from '../response/kernel.js'
import type { ChannelSeries, GridPoint } from './data.js'

/** Periods over which a click may wait for its order. */
export const WAIT_PERIODS = 15

/**
 * What a channel's spend plan shows its market: the plan's impressions, at each period's own
 * price; a period without spend in history takes the channel's mean price. Without impressions
 * spend itself. The plan of history gives history back exactly.
 *
 * @param spend a period of the plan each, as long as the horizon
 */
export function plannedInput(channel: ChannelSeries, spend: Float64Array): Float64Array {
  const { impressions } = channel
  if (impressions === undefined) return spend
  const perMoney = sum(impressions) / (sum(channel.spend) || Infinity)
  return spend.map((amount, t) => {
    const was = channel.spend[t]!
    if (amount === was) return impressions[t]!
    return was > 0 ? (impressions[t]! * amount) / was : amount * perMoney
  })
}

/** Exposure over the horizon: the input remembered, with the warm-up before it. */
export function exposureOf(
  channel: ChannelSeries,
  kernel: Kernel,
  spend: Float64Array = channel.spend,
): Float64Array {
  return convolve(plannedInput(channel, spend), adstockWeights(kernel), inputBefore(channel))
}

function inputBefore(channel: ChannelSeries): Float64Array {
  return channel.impressions === undefined
    ? channel.spendBefore
    : (channel.impressionsBefore ?? new Float64Array(0))
}

/** The saturated exposure f(x / (half * capacity)), before season, wait and scale. */
export function saturated(
  channel: ChannelSeries,
  point: Pick<GridPoint, 'curve' | 'half'>,
  exposure: Float64Array,
): Float64Array {
  const { value } = curveFunctions(point.curve)
  const { capacity } = channel
  return exposure.map((x, t) => value(x / (point.half * (capacity?.[t] ?? 1))))
}

/** Weights of the wait from click to order: geometric with the given mean, cut and scaled to 1. */
export function waitWeights(mean: number): Float64Array {
  if (mean === 0) return Float64Array.of(1)
  const q = mean / (1 + mean)
  const weights = Float64Array.from({ length: WAIT_PERIODS }, (_, k) => q ** k)
  const total = sum(weights)
  return weights.map((weight) => weight / total)
}

/** Delays a column by the wait; what came before the horizon counts as its first period. */
export function delayed(column: Float64Array, mean: number): Float64Array {
  if (mean === 0) return column
  const weights = waitWeights(mean)
  return convolve(column, weights, new Float64Array(weights.length).fill(column[0]!))
}

/**
 * A channel's response by period at one grid point: z, mean 1 over the horizon for the plan of
 * history. Orders caused are b * z; under another plan they move with its column.
 *
 * @param spend the plan, a period each. Default: history.
 */
export function responseColumn(
  channel: ChannelSeries,
  point: GridPoint,
  spend: Float64Array = channel.spend,
): Float64Array {
  const raw = saturated(channel, point, exposureOf(channel, point.kernel, spend))
  const seasonal = raw.map((f, t) => f * point.season[t]!)
  return delayed(seasonal, point.wait).map((z) => z * point.scale)
}
