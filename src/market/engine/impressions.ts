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
  const impressions = new Float64Array(spendCents.length)
  for (let t = 0; t < impressions.length; t++) {
    const cents = spendCents[t]!
    const price = channel.priceFollowsSeason ? priceIndex[t]! : 1
    if (cents !== 0) impressions[t] = roundHalfAway(((cents / channel.cpmCents) * 1000) / price)
  }
  return impressions
}

/**
 * Impressions of a channel without spend. Whole impressions, half away from zero.
 *
 * @param meanOrders mean daily orders of the trailing days
 * @param daysGrown days of growth before the first
 */
export function ownImpressions(
  own: OwnImpressions,
  meanOrders: ArrayLike<number>,
  { demandIndex, daysGrown }: { demandIndex: ArrayLike<number>; daysGrown: number },
): Float64Array {
  const impressions = new Float64Array(demandIndex.length)
  for (let t = 0; t < impressions.length; t++) {
    impressions[t] = roundHalfAway(baseOf(own, meanOrders[t]!, t + daysGrown) * demandIndex[t]!)
  }
  return impressions
}

function baseOf(own: OwnImpressions, meanOrders: number, daysGrown: number): number {
  if (own.base === 'per_day') return own.impressionsPerDay * growth(own.growthPerYear, daysGrown)
  return Math.max(own.impressionsFloor, own.impressionsPerOrder * meanOrders)
}

/** An even rise from 1; it depends on the days passed, never on the horizon's end. */
function growth(perYear: number, days: number): number {
  return Math.max(0, 1 + (perYear * days) / DAYS_PER_YEAR)
}
