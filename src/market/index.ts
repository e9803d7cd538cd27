export type { ChannelModel, OwnImpressions } from './channel.js'
export { assumptionsInForce } from './channels-in-force.js'
export {
  type ChannelDraws,
  type SimulatedMarkets,
  type SimulationOptions,
  simulateMarkets,
} from './draws/simulate-markets.js'
export type { CountRule } from './engine/counts.js'
export type { Release } from './engine/release.js'
export {
  type ChannelExpectation,
  type ChannelOpening,
  drawClicks,
  expectMarket,
  type Market,
  type Observed,
  type SpendBasis,
} from './engine/simulate.js'
export type { MarketSource } from './market-source.js'
export { channelId } from './plan/observed-spend.js'
export { publishedPlan } from './plan/published-plan.js'
export {
  type DateRange,
  type PlanDifference,
  type PlanParts,
  SpendPlan,
} from './plan/spend-plan.js'
export { readMarket } from './read-market.js'
export type { Season, SeasonEffect, SeasonTarget } from './season/season.js'
export { marketStage } from './stage.js'
