import { roundHalfAway } from '../../money/round.js'
import type { ChannelModel, OwnImpressions } from '../channel.js'

const DAYS_PER_YEAR = 365

/**
 * Impressions that spend buys: spend / CPM * 1000, the CPM following the calendar where the channel
 * is an auction. Whole impressions, half away from zero. In any currency the same.
 */
export function boughtImpressions(
  channel: ChannelModel,
  spendCents: ArrayLike<number>,
  priceIndex: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(spendCents, (cents, t) => {
    const price = channel.priceFollowsSeason ? priceIndex[t]! : 1
    return cents === 0 ? 0 : roundHalfAway(((cents / channel.cpmCents) * 1000) / price)
  })
}

/** Impressions of a channel without spend. Whole impressions, half away from zero. */
export function ownImpressions(
  own: OwnImpressions,
  meanOrders: ArrayLike<number>,
  demandIndex: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(demandIndex, (index, t) =>
    roundHalfAway(baseOf(own, meanOrders, t) * index),
  )
}

function baseOf(own: OwnImpressions, meanOrders: ArrayLike<number>, t: number): number {
  if (own.base === 'per_day') return own.impressionsPerDay * trendOf(own.growthPerYear, t)
  return Math.max(own.impressionsFloor, own.impressionsPerOrder * meanOrders[t]!)
}

/** An even rise from 1 on the first day; it depends on the days passed, not on the horizon's end. */
export function trendOf(growthPerYear: number, t: number): number {
  return Math.max(0, 1 + (growthPerYear * t) / DAYS_PER_YEAR)
}
