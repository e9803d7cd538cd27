export { type AssumedRow, channelAssumptions, eventAssumptions } from './assumed.js'
export { type ClickBand, type ClickBandOptions, clickBands } from './bands.js'
export {
  type BudgetLadderOptions,
  type BudgetStep,
  budgetLadder,
} from './classic.js'
export { type MemoryWeight, memoryKernels } from './memory.js'
export { type SameDayCost, sameDayCost } from './same-day.js'
export {
  type ResponsePoint,
  type SaturationView,
  saturationView,
} from './saturation.js'
export {
  type SeasonDay,
  seasonDecomposition,
  type UnpaidDay,
  unpaidDecomposition,
} from './season.js'
