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
  type Book,
  type DemandColumns,
  type InventoryRun,
  playInventory,
  runInventory,
} from './inventory.js'
export {
  type LotLifeDay,
  lotHistory,
  type OrderLifeStep,
  orderHistory,
} from './lot-history.js'
export { type InventoryRules, readRules } from './rules.js'
export { attributionStage } from './stage.js'
export { readSupplyAndDemand, type SupplyAndDemand } from './supply-and-demand.js'
