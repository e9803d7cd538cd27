export {
  type AttributionComparison,
  type AttributionSource,
  type ChannelCredit,
  compareAttribution,
  type MethodTotals,
} from './compare/compare.js'
export { type AskRows, type AttributionLaw, attributionLaws } from './laws.js'
export {
  type AskedSource,
  type LotLifeDay,
  lotLife,
  type OrderLifeStep,
  orderLife,
} from './lives.js'
export { attributionStage } from './stage.js'
