import { convolve } from '../../response/adstock.js'
import { adstockWeights } from '../../response/kernel.js'
import type { ChannelModel } from '../channel.js'
import type { Season } from '../season/season.js'
import { type CountRule, countClicks } from './counts.js'
import { boughtImpressions, ownImpressions } from './impressions.js'
import { type Release, releaseSpend } from './release.js'
import { respond } from './response.js'

/** What a market is made of; arrays hold one value a day, warm-up first. */
export interface Market {
  /** Day number of the first day, warm-up included. */
  readonly firstDay: number
  /** All days, warm-up included. */
  readonly days: number
  /** Days before the horizon, in which the market warms up. */
  readonly warmupDays: number
  /** Day number from which growth of unpaid impressions counts. */
  readonly growthDay: number
  readonly channels: readonly ChannelModel[]
  readonly season: Season
  /** Mean daily orders of the trailing days before each day. */
  readonly meanOrders: ArrayLike<number>
  /** Integer cents by channel id; a channel that is not named spends nothing. */
  readonly spendCents: Readonly<Record<string, ArrayLike<number>>>
  /** What is known by channel id; it stands instead of what would be computed. */
  readonly observed: Readonly<Record<string, Observed>>
  readonly counts: CountRule
  /** Where spend comes from. */
  readonly spendBasis: SpendBasis
}

/** A file (`observed`), a plan by hand (`declared`) or the model's own plan (`simulated`). */
export type SpendBasis = 'observed' | 'declared' | 'simulated'

/** What was observed of a channel, by day; NaN where nothing was. */
export interface Observed {
  readonly impressions: Float64Array
  readonly clicks: Float64Array
  /** Money behind observed clicks is released on its own day. */
  readonly releaseOnOwnDay: boolean
}

/** What a channel brings along from the days before the first, oldest first. */
export interface ChannelOpening {
  readonly impressions: ArrayLike<number>
  readonly spendCents: ArrayLike<number>
  /** What counts `rounded` have carried over. Default 0. */
  readonly carriedClicks?: number
}

/** One channel before chance: what is expected of each day, and how its money travels. */
export interface ChannelExpectation {
  readonly channel: ChannelModel
  /** The memory kernel, today first. */
  readonly weights: Float64Array
  readonly spendCents: Float64Array
  readonly impressions: Float64Array
  readonly exposure: Float64Array
  /** Exposure a day that the audience absorbs. */
  readonly capacity: Float64Array
  readonly expectedClicks: Float64Array
  readonly saturationLossClicks: Float64Array
  readonly observedClicks?: Float64Array
  readonly carriedClicks: number
  readonly release: Release
}

/**
 * The deterministic part of the market: everything but the count of clicks.
 *
 * @param opening what channels bring along, by id; default nothing
 */
export function expectMarket(
  market: Market,
  opening: Readonly<Record<string, ChannelOpening>> = {},
): ChannelExpectation[] {
  return market.channels.map((channel) =>
    expectChannel(channel, market, opening[channel.id] ?? { impressions: [], spendCents: [] }),
  )
}

function expectChannel(
  channel: ChannelModel,
  market: Market,
  opening: ChannelOpening,
): ChannelExpectation {
  const weights = adstockWeights(channel.kernel)
  const spendCents = Float64Array.from(market.spendCents[channel.id] ?? zeros(market.days))
  const observed = market.observed[channel.id]
  const impressions = known(observed?.impressions, modelled(channel, market, spendCents))
  const exposure = convolve(impressions, weights, opening.impressions)
  const { meanOrders, season } = market
  const response = respond(channel, exposure, { meanOrders, responseIndex: season.index.response })
  const isOwnDay = (day: number) =>
    observed?.releaseOnOwnDay === true && Number.isFinite(observed.clicks[day])
  return {
    channel,
    weights,
    spendCents,
    impressions,
    exposure,
    ...withObserved(response, observed?.clicks),
    carriedClicks: opening.carriedClicks ?? 0,
    release: releaseSpend(spendCents, weights, { pastSpendCents: opening.spendCents, isOwnDay }),
  }
}

function modelled(channel: ChannelModel, market: Market, spendCents: Float64Array): Float64Array {
  const { season, meanOrders, firstDay, growthDay } = market
  return channel.isPaid
    ? boughtImpressions(channel, spendCents, season.index.price)
    : ownImpressions(channel.own, meanOrders, {
        demandIndex: season.index.demand,
        daysGrown: firstDay - growthDay,
      })
}

/** Where clicks were observed they are what was to be expected, and nothing is known of a loss. */
function withObserved(response: ReturnType<typeof respond>, clicks: Float64Array | undefined) {
  if (clicks === undefined) return response
  return {
    capacity: response.capacity,
    expectedClicks: known(clicks, response.expectedClicks),
    saturationLossClicks: response.saturationLossClicks.map((loss, t) =>
      Number.isNaN(clicks[t]) ? loss : 0,
    ),
    observedClicks: clicks,
  }
}

function known(observed: Float64Array | undefined, computed: Float64Array): Float64Array {
  if (observed === undefined) return computed
  return computed.map((value, t) => (Number.isNaN(observed[t]) ? value : observed[t]!))
}

function zeros(days: number): Float64Array {
  return new Float64Array(days)
}

/** The whole clicks of one channel, by day, in the world that a run under this seed publishes. */
export function drawClicks(
  expectation: ChannelExpectation,
  market: Market,
  seed: number,
): Float64Array {
  const { channel, expectedClicks, observedClicks, carriedClicks } = expectation
  return countClicks(expectedClicks, market.firstDay, {
    seed,
    channel: channel.id,
    volatility: channel.volatility,
    counts: market.counts,
    carriedClicks,
    ...(observedClicks ? { observedClicks } : {}),
  })
}
