export {
  type AttributionComparison,
  type AttributionSource,
  type ChannelCredit,
  compareAttribution,
  creditDaily,
  type MethodTotals,
} from './compare/compare.js'
export type { Credit } from './compare/credit.js'
export {
  type LotLifeDay,
  lotHistory,
  type OrderLifeStep,
  orderHistory,
} from './lot-history.js'
export { attributionStage } from './stage.js'
export type { SupplyAndDemand } from './supply-and-demand.js'
