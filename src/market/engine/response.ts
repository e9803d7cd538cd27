import { curveFunctions } from '../../response/curve.js'
import type { ChannelModel } from '../channel.js'

/** What a channel's exposure is expected to bring, by day. */
export interface Response {
  readonly expectedClicks: Float64Array
  /** Clicks that the same exposure would have brought beyond these without saturation. */
  readonly saturationLossClicks: Float64Array
  /** Exposure a day that the audience absorbs. */
  readonly capacity: Float64Array
}

/**
 * Expected clicks = rate * capacity * f(exposure / capacity) * season. Capacity is the larger of
 * the smallest audience and what the marketplace's recent orders support.
 *
 * @param meanOrders mean daily orders of the trailing days
 */
export function respond(
  channel: ChannelModel,
  exposure: Float64Array,
  {
    meanOrders,
    responseIndex,
  }: { meanOrders: ArrayLike<number>; responseIndex: ArrayLike<number> },
): Response {
  const { value } = curveFunctions(channel.curve)
  const capacity = exposure.map((_, t) => capacityOf(channel, meanOrders[t]!))
  const expectedClicks = exposure.map(
    (x, t) => channel.clickRate * capacity[t]! * value(x / capacity[t]!) * responseIndex[t]!,
  )
  const saturationLossClicks = exposure.map((x, t) =>
    Math.max(0, channel.clickRate * x * responseIndex[t]! - expectedClicks[t]!),
  )
  return { expectedClicks, saturationLossClicks, capacity }
}

/** Exposure a day that a channel's audience absorbs. */
function capacityOf(channel: ChannelModel, meanOrders: number): number {
  return Math.max(channel.capacityImpressions, channel.capacityPerOrderImpressions * meanOrders)
}
