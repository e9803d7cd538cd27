import type { ChannelModel } from '../channel.js'
import type { Season } from '../season/season.js'
import { convolve } from '../transforms/adstock.js'
import { adstockWeights } from '../transforms/kernel.js'
import { type CountRule, countClicks } from './counts.js'
import { boughtImpressions, ownImpressions } from './impressions.js'
import { type Release, releaseSpend } from './release.js'
import { respond } from './response.js'

/** What a market is made of; arrays hold one value a day. */
export interface Market {
  readonly firstDay: number
  readonly days: number
  readonly channels: readonly ChannelModel[]
  readonly season: Season
  /** Mean daily orders of the trailing days before each day. */
  readonly meanOrders: ArrayLike<number>
  /** Integer cents by channel id; a channel that is not named spends nothing. */
  readonly spendCents: Readonly<Record<string, ArrayLike<number>>>
}

/** One channel before chance: what is expected of each day, and how its money travels. */
export interface ChannelExpectation {
  readonly channel: ChannelModel
  readonly weights: Float64Array
  readonly spendCents: Float64Array
  readonly impressions: Float64Array
  readonly exposure: Float64Array
  readonly capacity: Float64Array
  readonly expectedClicks: Float64Array
  readonly saturationLossClicks: Float64Array
  readonly release: Release
}

/** The deterministic part of the market: everything but the count of clicks. */
export function expectMarket(market: Market): ChannelExpectation[] {
  return market.channels.map((channel) => expectChannel(channel, market))
}

function expectChannel(channel: ChannelModel, market: Market): ChannelExpectation {
  const { season, meanOrders, days } = market
  const weights = adstockWeights(channel.kernel)
  const spendCents = Float64Array.from(market.spendCents[channel.id] ?? new Float64Array(days))
  const impressions = channel.isPaid
    ? boughtImpressions(channel, spendCents, season.index.price)
    : ownImpressions(channel.own, meanOrders, season.index.demand)
  const exposure = convolve(impressions, weights)
  const responseIndex = season.index.response
  return {
    channel,
    weights,
    spendCents,
    impressions,
    exposure,
    ...respond(channel, exposure, { meanOrders, responseIndex }),
    release: releaseSpend(spendCents, weights),
  }
}

/** The whole clicks of one channel, by day. */
export function drawClicks(
  expectation: ChannelExpectation,
  { firstDay, seed, counts }: { firstDay: number; seed: number; counts: CountRule },
): Float64Array {
  const { id, volatility } = expectation.channel
  return countClicks(expectation.expectedClicks, firstDay, {
    seed,
    channel: id,
    volatility,
    counts,
  })
}
