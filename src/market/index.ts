export type { ChannelModel, OwnImpressions } from './channel.js'
export type { CountRule } from './engine/counts.js'
export type { Release } from './engine/release.js'
export {
  type ChannelExpectation,
  type ChannelOpening,
  drawClicks,
  expectMarket,
  type Market,
  type Observed,
} from './engine/simulate.js'
export type { MarketSource } from './market-source.js'
export { publishedPlan } from './plan/published-plan.js'
export {
  type DateRange,
  type PlanDifference,
  type PlanParts,
  SpendPlan,
} from './plan/spend-plan.js'
export { readMarket } from './read-market.js'
export { type AssumedRow, channelAssumptions, eventAssumptions } from './reports/assumed.js'
export { type ClickBand, type ClickBandOptions, clickBands } from './reports/bands.js'
export { type BudgetLadderOptions, type BudgetStep, budgetLadder } from './reports/classic.js'
export { type MemoryWeight, memoryKernels } from './reports/memory.js'
export { type SameDayCost, sameDayCost } from './reports/same-day.js'
export { type ResponsePoint, type SaturationView, saturationView } from './reports/saturation.js'
export {
  type SeasonDay,
  seasonDecomposition,
  type UnpaidDay,
  unpaidDecomposition,
} from './reports/season.js'
export type { Season, SeasonEffect, SeasonTarget } from './season/season.js'
export { marketStage } from './stage.js'
export { adstock } from './transforms/adstock.js'
export {
  type Curve,
  curveKinds,
  type ExponentialCurve,
  type HillCurve,
  type LogisticCurve,
  type MichaelisMentenCurve,
  type NoneCurve,
  type TanhCurve,
} from './transforms/curve.js'
export {
  adstockWeights,
  type BinomialKernel,
  type DelayedKernel,
  type GeometricKernel,
  type Kernel,
  kernelKinds,
  type WeibullCdfKernel,
  type WeibullPdfKernel,
} from './transforms/kernel.js'
export { exposureFor, marginalResponse, saturate } from './transforms/saturate.js'
export {
  type ChannelWorlds,
  type SimulatedMarkets,
  type SimulationOptions,
  simulateMarkets,
} from './worlds/simulate-markets.js'
